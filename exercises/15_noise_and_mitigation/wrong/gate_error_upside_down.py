# task: gate_error
# why: Divides the wrong way round.
# fails: assert_close wrong_value
def gate_error(lengths, reference, interleaved, qubits):
    m = np.asarray(lengths, dtype=float)

    def curve(m, a, rate, b):
        return a * np.exp(-rate * m) + b

    def decay(shares):
        y = np.asarray(shares, dtype=float)
        tries = []
        for rate in (0.2, 0.05, 0.01, 0.002, 0.0007):
            start = np.linalg.lstsq(np.stack([np.exp(-rate * m), m**0], axis=1), y, rcond=None)[0]
            try:
                fit, _ = curve_fit(
                    curve, m, y, p0=[start[0], rate, start[1]], xtol=1e-14, ftol=1e-14, gtol=1e-14
                )
            except RuntimeError:
                continue
            tries.append((np.sum((curve(m, *fit) - y) ** 2), np.exp(-fit[1])))
        return min(tries)[1]

    d = 2**qubits
    return (d - 1) / d * (1 - decay(reference) / decay(interleaved))
