# task: weighted_sum
# why: The second circuit acts where qubit n is 0; an RX-like turn with S gates instead of RY.
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    everything = [n] + list(range(n))
    turn = 2 * np.arctan(np.sqrt(abs(a / b)))
    begin = QuantumCircuit(1)
    begin.sdg(0)
    begin.rx(turn, 0)
    begin.s(0)
    circuit = QuantumCircuit(n + 1)
    circuit.compose(begin, [n], inplace=True)
    circuit.append(first.control(1), everything)
    circuit.rz(np.angle(a / b), n)
    circuit.x(n)
    circuit.append(second.control(1), everything)
    circuit.x(n)
    circuit.compose(begin.inverse(), [n], inplace=True)
    return circuit, float(Statevector(circuit).probabilities([n])[0])
