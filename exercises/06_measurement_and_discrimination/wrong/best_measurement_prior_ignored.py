# task: best_measurement
# why: Treats both states as equally frequent.
# fails: assert_between out_of_range
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(rho - sigma)
    positive = vectors[:, values > 0]
    first = positive @ positive.conj().T
    return first, np.eye(len(rho)) - first
