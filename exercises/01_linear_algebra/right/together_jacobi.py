# task: together
# why: Turns two axes at a time until every matrix is diagonal (Jacobi, Cardoso and Souloumiac).


def common_basis(matrices):
    matrices = [np.array(matrix, dtype=complex) for matrix in matrices]
    for i, a in enumerate(matrices):
        for b in matrices[i + 1 :]:
            if not np.allclose(a @ b, b @ a, atol=1e-6):
                return None
    d = len(matrices[0])
    basis = np.eye(d, dtype=complex)
    for _ in range(60):
        largest = 0.0
        for p in range(d):
            for q in range(p + 1, d):
                table = np.array(
                    [[m[p, p] - m[q, q], m[p, q] + m[q, p], 1j * (m[q, p] - m[p, q])] for m in matrices]
                )
                _, directions = np.linalg.eigh((table.conj().T @ table).real)
                x, y, z = directions[:, -1] * (1 if directions[0, -1] >= 0 else -1)
                cosine = np.sqrt((x + 1) / 2)
                sine = (y - 1j * z) / np.sqrt(2 * (x + 1))
                turn = np.eye(d, dtype=complex)
                turn[p, p] = turn[q, q] = cosine
                turn[p, q], turn[q, p] = -np.conj(sine), sine
                matrices = [turn.conj().T @ m @ turn for m in matrices]
                basis = basis @ turn
                largest = max(largest, abs(sine))
        if largest < 1e-12:
            break
    return basis
