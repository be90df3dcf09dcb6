# task: best_measurement
# why: The sign of a Hermitian matrix from its singular value decomposition.
def best_measurement(rho, sigma, prior):
    gamma = prior * rho - (1 - prior) * sigma
    u, sizes, v = np.linalg.svd(gamma, hermitian=True)
    keep = sizes > 1e-10
    sign = u[:, keep] @ v[keep]
    sign = (sign + sign.conj().T) / 2
    one = np.eye(len(gamma))
    return (one + sign) / 2, (one - sign) / 2
