# task: best_measurement
# why: Returns the two best states instead of the two matrices.
# fails: assert_close wrong_type
def best_measurement(rho, sigma, prior):
    return np.linalg.eigh(prior * rho - (1 - prior) * sigma)[1]
