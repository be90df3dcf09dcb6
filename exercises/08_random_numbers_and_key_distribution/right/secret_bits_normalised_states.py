# task: secret_bits
# why: Takes Cholesky's form for the pair, normalises Eve's two states and uses the formula with priors.
def secret_bits(rho):
    p0 = float(np.real(rho[0, 0]))
    p1 = 1 - p0
    if p0 < 1e-12 or p1 < 1e-12:
        return 0.0
    first = np.array([1, 0])
    inside = np.conj(rho[0, 1]) / np.sqrt(p0 * p1)
    second = np.array([inside, np.sqrt(max(0.0, 1 - abs(inside) ** 2))])
    overlap = abs(np.vdot(first, second)) ** 2
    best = (1 + np.sqrt(max(0.0, 1 - 4 * p0 * p1 * overlap))) / 2
    return float(np.log2(1 / best))
