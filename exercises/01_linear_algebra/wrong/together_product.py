# task: together
# why: Diagonalises the product of the matrices.
# fails: assert_eigenpairs not_eigenvector


def common_basis(matrices):
    for a, b in itertools.combinations(matrices, 2):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    product = np.eye(len(matrices[0]))
    for matrix in matrices:
        product = product @ matrix
    _, vectors = np.linalg.eigh(product)
    return vectors
