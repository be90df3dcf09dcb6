# task: together
# why: Compares each matrix with the next one only.
# fails: assert_close wrong_type


def common_basis(matrices):
    for a, b in itertools.pairwise(matrices):
        if np.max(np.abs(a @ b - b @ a)) > 1e-6:
            return None
    _, vectors = np.linalg.eigh(sum((0.3 + 0.7 * k) * m for k, m in enumerate(matrices)))
    return vectors
