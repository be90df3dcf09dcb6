# task: describe
# why: Multiplies matrices entry by entry.
# fails: assert_implements wrong_value


def describe(matrix):
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)
    adjoint = matrix.conj().T
    hermitian = np.allclose(adjoint, matrix)
    return {
        "hermitian": hermitian,
        "unitary": np.allclose(adjoint * matrix, np.eye(len(matrix))),
        "normal": np.allclose(adjoint * matrix, matrix * adjoint),
        "projector": hermitian and np.allclose(matrix * matrix, matrix),
        "positive": hermitian and bool(np.min(np.linalg.eigvalsh(matrix)) > -1e-8),
    }
