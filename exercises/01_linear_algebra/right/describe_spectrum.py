# task: describe
# why: A normal matrix is described by its eigenvalues alone.


def describe(matrix):
    matrix = np.array(matrix, dtype=complex)
    if matrix.shape[0] != matrix.shape[1]:
        return dict.fromkeys(("hermitian", "unitary", "normal", "projector", "positive"), False)
    commutator = matrix @ matrix.conj().T - matrix.conj().T @ matrix
    normal = np.allclose(commutator, 0, atol=1e-8)
    values = np.linalg.eigvals(matrix)

    def all_of(condition):
        return bool(normal and np.all(condition))

    real = np.abs(values.imag) < 1e-7
    return {
        "normal": bool(normal),
        "hermitian": all_of(real),
        "unitary": all_of(np.abs(np.abs(values) - 1) < 1e-7),
        "projector": all_of(np.minimum(np.abs(values), np.abs(values - 1)) < 1e-7),
        "positive": all_of(real & (values.real > -1e-7)),
    }
