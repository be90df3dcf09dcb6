# task: best_measurement
# why: Returns the positive part itself instead of the projector on it.
# fails: assert_close wrong_value
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(prior * rho - (1 - prior) * sigma)
    first = (vectors * np.clip(values, 0, None)) @ vectors.conj().T
    second = (vectors * np.clip(-values, 0, None)) @ vectors.conj().T
    return first, second
