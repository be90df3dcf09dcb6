# task: enough_steps
# why: The exponential of SciPy, and the norm as the largest singular value.
def enough_steps(first, second, t, epsilon):
    from scipy.linalg import expm

    def norm(matrix):
        return np.linalg.svd(matrix, compute_uv=False)[0]

    commutator = first @ second - second @ first
    promised = 1
    while t**2 / (2 * promised) * norm(commutator) > epsilon:
        promised += 1
    exact = expm(-1j * (first + second) * t)
    for r in range(1, promised + 1):
        step = expm(-1j * first * t / r) @ expm(-1j * second * t / r)
        if norm(np.linalg.matrix_power(step, r) - exact) <= epsilon:
            return promised, r
    return promised, promised
