# task: secret_bits
# why: Uses Helstrom's formula with equal priors, which holds for fair bits only.
# fails: assert_implements wrong_value
def secret_bits(rho):
    p0, p1 = np.real(rho[0][0]), np.real(rho[1][1])
    if min(p0, p1) < 1e-12:
        return 0.0
    overlap = abs(rho[0][1]) ** 2 / (p0 * p1)
    return -np.log2((1 + np.sqrt(max(0, 1 - overlap))) / 2)
