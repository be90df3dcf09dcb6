# task: describe
# why: Tolerates a per mille.
# fails: assert_implements wrong_value


def describe(matrix):
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)

    def same(a, b):
        return np.allclose(a, b, atol=1e-3)

    adjoint = matrix.conj().T
    hermitian = same(adjoint, matrix)
    return {
        "hermitian": hermitian,
        "unitary": same(adjoint @ matrix, np.eye(len(matrix))),
        "normal": same(adjoint @ matrix, matrix @ adjoint),
        "projector": hermitian and same(matrix @ matrix, matrix),
        "positive": hermitian and bool(np.min(np.linalg.eigvalsh(matrix)) > -1e-8),
    }
