# task: best_measurement
# why: Lets the outcome 0 mean sigma.
# fails: assert_between out_of_range
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(prior * rho - (1 - prior) * sigma)
    negative = vectors[:, values < 0]
    first = negative @ negative.conj().T
    return first, np.eye(len(rho)) - first
