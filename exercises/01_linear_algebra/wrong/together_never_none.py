# task: together
# why: Always returns a basis.
# fails: assert_close wrong_type


def common_basis(matrices):
    rng = np.random.default_rng(1)
    _, vectors = np.linalg.eigh(sum(rng.normal() * matrix for matrix in matrices))
    return vectors
