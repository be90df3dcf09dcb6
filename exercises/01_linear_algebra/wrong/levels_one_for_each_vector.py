# task: levels
# why: Returns a projector for each eigenvector: equal eigenvalues are not brought together.
# fails: assert_implements wrong_length


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    return [(value, np.outer(v, v.conj())) for value, v in zip(values, vectors.T, strict=True)]
