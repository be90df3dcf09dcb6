# task: enough_steps
# why: Takes norms from eigenvalues: i[A, B] is Hermitian, and a product M†M too.
def enough_steps(first, second, t, epsilon):
    first, second = np.array(first, dtype=complex), np.array(second, dtype=complex)
    bracket = 1j * (first @ second - second @ first)
    largest = np.abs(np.linalg.eigvalsh(bracket)).max()
    promised = max(1, int(np.ceil(t * t * largest / (2 * epsilon))))
    frames = [np.linalg.eigh(matrix) for matrix in (first, second, first + second)]

    def evolved(which, time):
        values, vectors = frames[which]
        return vectors @ np.diag(np.exp(-1j * time * values)) @ vectors.conj().T

    goal = evolved(2, t)
    r = 1
    while True:
        total = np.eye(len(first))
        for _ in range(r):
            total = total @ evolved(0, t / r) @ evolved(1, t / r)
        gap = total - goal
        if np.linalg.eigvalsh(gap.conj().T @ gap)[-1] <= epsilon**2:
            return promised, r
        r += 1
