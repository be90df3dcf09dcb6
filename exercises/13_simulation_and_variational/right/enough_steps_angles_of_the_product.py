# task: enough_steps
# why: Compares U†S with 1: its eigenvalues lie on the circle, and the farthest from 1 decides.
def enough_steps(first, second, t, epsilon):
    from scipy.linalg import expm

    def promise():
        size = np.linalg.norm(first @ second - second @ first, ord=2)
        quotient = t**2 * size / (2 * epsilon)
        return 1 if quotient <= 1 else math.ceil(quotient)

    back = expm(1j * (first + second) * t)

    def good(r):
        step = expm(-1j * first * (t / r)) @ expm(-1j * second * (t / r))
        values = np.linalg.eigvals(back @ np.linalg.matrix_power(step, r))
        return np.abs(values - 1).max() <= epsilon

    return promise(), next(r for r in itertools.count(1) if good(r))
