# task: together
# why: Splits the spaces of the first matrix by the second, and forgets the third.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    _, vectors = np.linalg.eigh(matrices[0] + np.sqrt(2) * matrices[min(1, len(matrices) - 1)])
    return vectors
