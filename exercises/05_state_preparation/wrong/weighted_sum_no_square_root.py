# task: weighted_sum
# why: Uses the weights at both ends, so that they are squared.
# fails: assert_same_state wrong_amplitudes
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
    circuit.ry(-angle, n)
    lucky = Statevector(circuit).data[: 2**n]
    return circuit, np.linalg.norm(lucky) ** 2
