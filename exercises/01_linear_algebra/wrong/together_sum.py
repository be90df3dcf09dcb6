# task: together
# why: Diagonalises the plain sum: different pairs of eigenvalues can have the same sum.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    _, vectors = np.linalg.eigh(sum(matrices))
    return vectors
