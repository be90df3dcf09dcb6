# task: best_measurement
# why: Projects on the eigenvectors with positive eigenvalues.
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(prior * rho - (1 - prior) * sigma)
    positive = vectors[:, values > 0]
    rest = vectors[:, values <= 0]
    return positive @ positive.conj().T, rest @ rest.conj().T
