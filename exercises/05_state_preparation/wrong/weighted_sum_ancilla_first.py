# task: weighted_sum
# why: Takes qubit 0 as the one that decides.
# fails: assert_close wrong_value
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    everything = list(range(n + 1))
    angle = 2 * np.arctan(np.sqrt(abs(b) / abs(a)))
    circuit = QuantumCircuit(n + 1)
    circuit.ry(angle, 0)
    circuit.x(0)
    circuit.append(first.to_gate().control(1), everything)
    circuit.x(0)
    circuit.append(second.to_gate().control(1), everything)
    circuit.p(np.angle(b / a), 0)
    circuit.ry(-angle, 0)
    lucky = Statevector(circuit).data[::2]
    return circuit, np.linalg.norm(lucky) ** 2
