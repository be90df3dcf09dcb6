# task: describe
# why: Calls a matrix unitary if its determinant has modulus 1.
# fails: assert_implements wrong_value


def describe(matrix):
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)
    adjoint = matrix.conj().T
    hermitian = np.allclose(adjoint, matrix)
    return {
        "hermitian": hermitian,
        "unitary": bool(abs(abs(np.linalg.det(matrix)) - 1) < 1e-6),
        "normal": np.allclose(adjoint @ matrix, matrix @ adjoint),
        "projector": hermitian and np.allclose(matrix @ matrix, matrix),
        "positive": hermitian and bool(np.min(np.linalg.eigvalsh(matrix)) > -1e-8),
    }
