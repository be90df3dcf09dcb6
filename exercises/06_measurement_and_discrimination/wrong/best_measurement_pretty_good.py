# task: best_measurement
# why: The "pretty good measurement" (square-root measurement), which is not the best one.
# fails: assert_between out_of_range
def best_measurement(rho, sigma, prior):
    mean = prior * rho + (1 - prior) * sigma
    values, vectors = np.linalg.eigh(mean)
    roots = np.array([value**-0.5 if value > 1e-9 else 0 for value in values])
    inverse = (vectors * roots) @ vectors.conj().T
    first = prior * inverse @ rho @ inverse
    first = (first + first.conj().T) / 2
    return first, np.eye(len(rho)) - first
