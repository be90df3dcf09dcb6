# task: describe
# why: Compares floating-point numbers with ==.
# fails: assert_implements wrong_value


def describe(matrix):
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)
    adjoint = matrix.conj().T
    hermitian = bool(np.all(adjoint == matrix))
    return {
        "hermitian": hermitian,
        "unitary": bool(np.all(adjoint @ matrix == np.eye(len(matrix)))),
        "normal": bool(np.all(adjoint @ matrix == matrix @ adjoint)),
        "projector": hermitian and bool(np.all(matrix @ matrix == matrix)),
        "positive": hermitian and bool(np.all(np.linalg.eigvalsh(matrix) >= 0)),
    }
