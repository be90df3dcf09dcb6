# task: any_state
# why: One rotation with many controls for each number: the cost of a gate on many qubits is overlooked.
# fails: assert_budget budget_exceeded
def any_state(amplitudes):
    from qiskit.circuit.library import RYGate, RZGate

    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)
    phases = np.angle(amplitudes)

    def branch(gate, angles, q):
        for j, angle in enumerate(angles):
            controls = n - 1 - q
            turn = gate(angle)
            part = turn.control(controls, ctrl_state=j) if controls else turn
            circuit.append(part, [*range(q + 1, n), q])

    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        branch(RYGate, 2 * np.arctan2(sizes[:, 1], sizes[:, 0]), q)
    for q in range(n):
        branch(RZGate, phases[1::2] - phases[0::2], q)
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit
