# task: together
# why: Returns the basis as rows.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    rng = np.random.default_rng(1)
    _, vectors = np.linalg.eigh(sum(rng.normal() * matrix for matrix in matrices))
    return vectors.T
