# task: any_state
# why: Brings the state to |0...0>, one qubit after the other from qubit 0, and returns the inverse.
def any_state(amplitudes):
    rest = np.array(amplitudes, dtype=complex)
    n = len(rest).bit_length() - 1
    apart = QuantumCircuit(n)

    def signs(size):
        gray = [i ^ (i >> 1) for i in range(size)]
        return gray, np.array([[(-1) ** (g & j).bit_count() for j in range(size)] for g in gray])

    def multiplexed(gate, angles, target):
        size = len(angles)
        gray, matrix = signs(size)
        solved = np.linalg.solve(matrix.T, angles)
        for i, angle in enumerate(solved):
            getattr(apart, gate)(angle, target)
            changed = gray[i] ^ gray[(i + 1) % size]
            if changed:
                apart.cx(target + changed.bit_length(), target)

    for q in range(n):
        low, high = rest[0::2], rest[1::2]
        multiplexed("rz", np.angle(low) - np.angle(high), q)
        multiplexed("ry", -2 * np.arctan2(abs(high), abs(low)), q)
        mean = (np.angle(low) + np.angle(high)) / 2
        rest = np.hypot(abs(low), abs(high)) * np.exp(1j * mean)
    return apart.inverse()
