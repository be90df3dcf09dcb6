# task: any_state
# why: Multiplexed rotations by halves, the second half written backwards so that inner CX cancel.
def any_state(amplitudes):
    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)

    def steps(angles, target, top):
        """Angles and controls in their order, without the last CX."""
        if len(angles) == 1:
            return [("turn", angles[0])]
        low, high = np.split(np.array(angles), 2)
        one, two = (steps(part, target, top - 1) for part in ((low + high) / 2, (low - high) / 2))
        return [*one, ("cx", top), *reversed(two)]

    def multiplexed(turn, angles, target):
        top = n - 1
        for kind, value in steps(angles, target, top):
            turn(value, target) if kind == "turn" else circuit.cx(value, target)
        if len(angles) > 1:
            circuit.cx(top, target)

    weights = np.abs(amplitudes) ** 2
    for q in range(n - 1, -1, -1):
        pairs = weights.reshape(-1, 2**q).sum(axis=1)
        angles = 2 * np.arctan2(np.sqrt(pairs[1::2]), np.sqrt(pairs[0::2]))
        multiplexed(circuit.ry, angles, q)
    phases = np.angle(amplitudes)
    for q in range(n):
        multiplexed(circuit.rz, phases[1::2] - phases[::2], q)
        phases = (phases[1::2] + phases[::2]) / 2
    return circuit
