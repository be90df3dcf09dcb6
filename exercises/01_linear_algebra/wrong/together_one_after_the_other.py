# task: together
# why: Diagonalises each matrix in the basis of the one before, and destroys what was diagonal.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    basis = np.eye(len(matrices[0]))
    for matrix in matrices:
        _, vectors = np.linalg.eigh(basis.conj().T @ matrix @ basis)
        basis = basis @ vectors
    return basis
