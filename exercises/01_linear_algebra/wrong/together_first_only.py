# task: together
# why: Diagonalises the first matrix and trusts that the others follow.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    _, vectors = np.linalg.eigh(matrices[0])
    return vectors
