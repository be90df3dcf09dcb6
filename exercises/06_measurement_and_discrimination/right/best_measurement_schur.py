# task: best_measurement
# why: Adds up one projector after the other, from a Schur decomposition.
def best_measurement(rho, sigma, prior):
    from scipy.linalg import schur

    triangle, vectors = schur(prior * rho - (1 - prior) * sigma, output="complex")
    first = np.zeros_like(triangle)
    second = np.zeros_like(triangle)
    for k, vector in enumerate(vectors.T):
        projector = np.outer(vector, vector.conj())
        if triangle[k, k].real > 0:
            first += projector
        else:
            second += projector
    return first, second
