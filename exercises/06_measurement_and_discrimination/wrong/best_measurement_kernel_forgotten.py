# task: best_measurement
# why: Leaves the eigenvalue 0 out of both outcomes.
# fails: assert_close wrong_value
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(prior * rho - (1 - prior) * sigma)
    positive, negative = vectors[:, values > 1e-9], vectors[:, values < -1e-9]
    return positive @ positive.conj().T, negative @ negative.conj().T
