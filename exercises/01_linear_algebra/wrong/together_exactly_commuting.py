# task: together
# why: Expects commutators that are exactly zero.
# fails: assert_orthonormal wrong_type


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.any(a @ b != b @ a):
            return None
    rng = np.random.default_rng(1)
    _, vectors = np.linalg.eigh(sum(rng.normal() * matrix for matrix in matrices))
    return vectors
