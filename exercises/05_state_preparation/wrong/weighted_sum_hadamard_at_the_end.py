# task: weighted_sum
# why: Begins with the weights themselves and ends with H: the right state, with less luck than possible.
# fails: assert_between out_of_range
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    everything = [n, *range(n)]
    angle = 2 * np.arctan(abs(b) / abs(a))
    circuit = QuantumCircuit(n + 1)
    circuit.ry(angle, n)
    circuit.x(n)
    circuit.append(first.to_gate().control(1), everything)
    circuit.x(n)
    circuit.append(second.to_gate().control(1), everything)
    circuit.p(np.angle(b / a), n)
    circuit.h(n)
    lucky = Statevector(circuit).data[: 2**n]
    return circuit, np.linalg.norm(lucky) ** 2
