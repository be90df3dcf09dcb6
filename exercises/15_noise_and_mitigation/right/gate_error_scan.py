# task: gate_error
# why: For each p the best A and B by linear least squares; the remainder is scanned and refined.
def gate_error(lengths, reference, interleaved, qubits):
    m = np.asarray(lengths, dtype=float)

    def remainder(rate, y):
        design = np.stack([np.exp(-rate * m), np.ones(len(m))], axis=1)
        coefficients = np.linalg.lstsq(design, y, rcond=None)[0]
        return design @ coefficients - y

    def decay(y):
        y = np.asarray(y, dtype=float)
        rates = np.geomspace(3e-4, 0.5, 400)
        k = int(np.argmin([np.sum(remainder(rate, y) ** 2) for rate in rates]))
        low, high = rates[max(0, k - 1)], rates[min(len(rates) - 1, k + 1)]
        for _ in range(14):  # ten points at a time
            some = np.linspace(low, high, 11)
            k = int(np.argmin([np.linalg.norm(remainder(rate, y)) for rate in some]))
            low, high = some[max(0, k - 1)], some[min(10, k + 1)]
        return np.exp(-(low + high) / 2)

    return (1 - 2.0**-qubits) * (1 - decay(interleaved) / decay(reference))
