# task: any_resource
# why: Takes the probabilities of the four errors from the diagonal of the density matrix.
# fails: assert_same_channel wrong_channel
def arriving(resource):
    flip, sign = np.array([[0, 1], [1, 0]]), np.diag([1, -1])
    weights = np.diag(resource).real
    errors = [np.eye(2), flip, sign @ flip, sign]
    return [np.sqrt(max(w, 0)) * error for w, error in zip(weights, errors, strict=True)]
