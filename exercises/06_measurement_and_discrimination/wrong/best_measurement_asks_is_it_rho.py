# task: best_measurement
# why: Asks "is it rho?": outcome 0 is the projector on the range of rho.
# fails: assert_between out_of_range
def best_measurement(rho, sigma, prior):
    values, vectors = np.linalg.eigh(rho)
    inside = vectors[:, values > 1e-9]
    first = inside @ inside.conj().T
    return first, np.eye(len(rho)) - first
