# task: first_layer
# why: Draws the circuit with Qiskit for the largest cut's sake and scans the rest in the basis of the mixer.
def first_layer(n, edges):
    size = 2**n
    strings = np.arange(size)
    cut = np.zeros(size)
    for u, v in edges:
        operator = SparsePauliOp.from_sparse_list(
            [("", [], 0.5), ("ZZ", [u, v], -0.5)], num_qubits=n
        )
        cut += operator.to_matrix(sparse=True).diagonal().real
    weight = np.array([bin(s).count("1") for s in strings])
    mixer = n - 2.0 * weight  # the eigenvalues of B in the basis of Hadamards

    def hadamards(columns):
        for k in range(n):
            columns = columns.reshape(2 ** (n - 1 - k), 2, -1)
            columns = np.stack(
                [columns[:, 0] + columns[:, 1], columns[:, 0] - columns[:, 1]], axis=1
            )
        return columns.reshape(size, -1) / np.sqrt(size)

    betas = np.array([0, np.pi / 8, np.pi / 4])
    best = 0.0
    for gamma in np.linspace(0, np.pi, 500):
        start = hadamards(np.exp(-1j * gamma * cut)[:, None] / np.sqrt(size))
        a, b, c = cut @ np.abs(hadamards(start * np.exp(-1j * np.outer(mixer, betas)))) ** 2
        best = max(best, (a + c) / 2 + np.hypot((a - c) / 2, b - (a + c) / 2))
    return float(best), round(cut.max())
