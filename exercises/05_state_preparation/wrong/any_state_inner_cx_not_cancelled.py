# task: any_state
# why: Recursion by halves, where both halves keep all their CX: right, but nearly twice the cost.
# fails: assert_budget budget_exceeded
def any_state(amplitudes):
    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)

    def multiplexed(turn, angles, target):
        if len(angles) == 1:
            turn(angles[0], target)
            return
        low, high = np.split(angles, 2)
        control = target + len(angles).bit_length() - 1
        multiplexed(turn, (low + high) / 2, target)
        circuit.cx(control, target)
        multiplexed(turn, (low - high) / 2, target)
        circuit.cx(control, target)

    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        multiplexed(circuit.ry, 2 * np.arctan2(sizes[:, 1], sizes[:, 0]), q)
    phases = np.angle(amplitudes)
    for q in range(n):
        multiplexed(circuit.rz, phases[1::2] - phases[0::2], q)
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit
