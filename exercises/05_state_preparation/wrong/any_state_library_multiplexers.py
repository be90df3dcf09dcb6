# task: any_state
# why: The right angles, but with the library's own multiplexed gates.
# fails: assert_budget forbidden_gate
def any_state(amplitudes):
    from qiskit.circuit.library import UCRYGate, UCRZGate

    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)
    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        circuit.append(UCRYGate(list(2 * np.arctan2(sizes[:, 1], sizes[:, 0]))), range(q, n))
    phases = np.angle(amplitudes)
    for q in range(n):
        circuit.append(UCRZGate(list(phases[1::2] - phases[0::2])), range(q, n))
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit
