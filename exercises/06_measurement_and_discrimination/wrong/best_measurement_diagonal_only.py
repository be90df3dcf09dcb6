# task: best_measurement
# why: Compares the diagonals, as for classical distributions.
# fails: assert_between out_of_range
def best_measurement(rho, sigma, prior):
    gain = np.diag(prior * np.array(rho) - (1 - prior) * np.array(sigma)).real
    first = np.diag((gain > 0).astype(float))
    return first, np.eye(len(rho)) - first
