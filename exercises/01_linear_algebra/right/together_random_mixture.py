# task: together
# why: A mixture with random factors has, almost surely, only common eigenvectors.


def common_basis(matrices):
    rng = np.random.default_rng(5)
    mixture = sum(rng.normal() * matrix for matrix in matrices)
    _, basis = np.linalg.eigh(mixture)
    for matrix in matrices:
        inside = basis.conj().T @ matrix @ basis
        if np.max(np.abs(inside - np.diag(np.diag(inside)))) > 1e-7:
            return None
    return basis
