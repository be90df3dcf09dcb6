# task: any_state
# why: Turns the phases the other way round.
# fails: assert_same_state conjugate
def any_state(amplitudes):
    amplitudes = np.array(amplitudes)
    n = len(amplitudes).bit_length() - 1
    circuit = QuantumCircuit(n)

    def multiplexed(turn, angles, target):
        size = len(angles)
        for step in range(size):
            gray, following = step ^ (step >> 1), (step + 1) % size
            signs = [(-1) ** (j & gray).bit_count() for j in range(size)]
            turn(np.dot(signs, angles) / size, target)
            changed = gray ^ following ^ (following >> 1)
            if changed:
                circuit.cx(target + changed.bit_length(), target)

    for q in reversed(range(n)):
        sizes = np.linalg.norm(amplitudes.reshape(-1, 2, 2**q), axis=2)
        multiplexed(circuit.ry, 2 * np.arctan2(sizes[:, 1], sizes[:, 0]), q)
    phases = np.angle(amplitudes)
    for q in range(n):
        multiplexed(circuit.rz, phases[0::2] - phases[1::2], q)
        phases = (phases[1::2] + phases[0::2]) / 2
    return circuit
