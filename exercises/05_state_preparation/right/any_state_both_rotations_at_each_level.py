# task: any_state
# why: Goes down the tree once, with RY and RZ at each level; zero rotations are left out.
def any_state(amplitudes):
    n = int(np.log2(len(amplitudes)))
    circuit = QuantumCircuit(n)
    sizes, phases = [np.abs(np.array(amplitudes))], [np.angle(np.array(amplitudes))]
    while len(sizes[-1]) > 1:
        sizes.append(np.sqrt(sizes[-1][::2] ** 2 + sizes[-1][1::2] ** 2))
        phases.append((phases[-1][::2] + phases[-1][1::2]) / 2)

    def transform(angles):
        if len(angles) == 1:
            return angles
        low, high = angles[: len(angles) // 2], angles[len(angles) // 2 :]
        return np.concatenate([transform((low + high) / 2), transform((low - high) / 2)])

    def rotate(turn, angles, target):
        coefficients = transform(np.array(angles))
        state = 0
        for i in range(len(angles)):
            wanted = i ^ (i >> 1)
            for bit in range(n):
                if (state ^ wanted) >> bit & 1:
                    circuit.cx(target + 1 + bit, target)
            state = wanted
            if abs(coefficients[wanted]) > 1e-12:
                turn(coefficients[wanted], target)
        for bit in range(n):
            if state >> bit & 1:
                circuit.cx(target + 1 + bit, target)

    for q in reversed(range(n)):
        rotate(circuit.ry, 2 * np.arctan2(sizes[q][1::2], sizes[q][::2]), q)
        rotate(circuit.rz, phases[q][1::2] - phases[q][::2], q)
    return circuit
