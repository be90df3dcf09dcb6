# task: weighted_sum
# why: Returns the probability of the outcome 1.
# fails: assert_close wrong_value
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    everything = [n, *range(n)]
    angle = 2 * np.arctan(np.sqrt(abs(b) / abs(a)))
    circuit = QuantumCircuit(n + 1)
    circuit.ry(angle, n)
    circuit.x(n)
    circuit.append(first.to_gate().control(1), everything)
    circuit.x(n)
    circuit.append(second.to_gate().control(1), everything)
    circuit.p(np.angle(b / a), n)
    circuit.ry(-angle, n)
    lucky = Statevector(circuit).data[: 2**n]
    return circuit, 1 - np.linalg.norm(lucky) ** 2
