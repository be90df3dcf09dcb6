# task: roots
# why: Eigenvalues of a matrix that shifts round a circle and multiplies by z once a round.


def roots(z, n):
    shift = np.roll(np.eye(n, dtype=complex), 1, axis=0)
    shift[0, -1] = z
    return np.linalg.eigvals(shift)
