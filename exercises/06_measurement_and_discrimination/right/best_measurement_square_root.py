# task: best_measurement
# why: The modulus of the matrix as a square root; half of its kernel goes to each outcome.
def best_measurement(rho, sigma, prior):
    gamma = prior * rho - (1 - prior) * sigma
    values, vectors = np.linalg.eigh(gamma @ gamma)
    sizes = np.sqrt(np.clip(values, 0, None))
    inverse = np.array([1 / size if size > 1e-7 else 0 for size in sizes])
    sign = gamma @ (vectors * inverse) @ vectors.conj().T
    sign = (sign + sign.conj().T) / 2
    return [(np.eye(len(gamma)) + sign) / 2, (np.eye(len(gamma)) - sign) / 2]
