# task: describe
# why: Transposes without conjugating.
# fails: assert_implements wrong_value


def describe(matrix):
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(["hermitian", "unitary", "normal", "projector", "positive"], False)
    turned = matrix.T
    hermitian = np.allclose(turned, matrix)
    return {
        "hermitian": hermitian,
        "unitary": np.allclose(turned @ matrix, np.eye(len(matrix))),
        "normal": np.allclose(turned @ matrix, matrix @ turned),
        "projector": hermitian and np.allclose(matrix @ matrix, matrix),
        "positive": hermitian and bool(np.min(np.linalg.eigvalsh(matrix)) > -1e-8),
    }
