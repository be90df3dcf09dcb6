# task: best_guess
# why: Measures in the eigenbasis of the difference of the weighted projectors.


def next_angle(alpha, beta, prior, outcomes):
    a = np.array([np.cos(alpha), np.sin(alpha)])
    b = np.array([np.cos(beta), np.sin(beta)])
    weights = np.array([prior, 1 - prior])

    def best_basis():
        difference = weights[0] * np.outer(a, a) - weights[1] * np.outer(b, b)
        return np.linalg.eigh(difference).eigenvectors[:, ::-1].T

    for outcome in outcomes:
        found = best_basis()[outcome]
        weights = weights * [np.dot(found, a) ** 2, np.dot(found, b) ** 2]
        weights = weights / weights.sum()
    return np.arctan2(*best_basis()[0][::-1])
