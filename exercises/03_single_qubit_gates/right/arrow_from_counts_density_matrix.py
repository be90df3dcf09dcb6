# task: arrow_from_counts
# why: Builds the estimated density matrix and takes the arrow of its eigenvector with the largest eigenvalue.


def arrow_from_counts(counts_x, counts_y, counts_z):
    paulis = [np.array([[0, 1], [1, 0]]), np.array([[0, -1j], [1j, 0]]), np.diag([1, -1])]
    rho = np.eye(2, dtype=complex) / 2
    for pauli, counts in zip(paulis, (counts_x, counts_y, counts_z), strict=True):
        signs = {"0": 1, "1": -1}
        mean = sum(signs[bit] * n for bit, n in counts.items()) / sum(counts.values())
        rho += mean * pauli / 2
    ket = np.linalg.eigh(rho)[1][:, -1]
    return [(ket.conj() @ pauli @ ket).real for pauli in paulis]
