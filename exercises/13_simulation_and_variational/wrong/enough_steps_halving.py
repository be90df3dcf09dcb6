# task: enough_steps
# why: Halves an interval, as if the error fell at every step.
# fails: assert_implements wrong_value
def enough_steps(first, second, t, epsilon):
    from scipy.linalg import expm

    bound = t**2 / 2 * np.linalg.norm(first @ second - second @ first, 2)
    promised = max(1, math.ceil(bound / epsilon))
    exact = expm(-1j * (first + second) * t)

    def good(r):
        step = expm(-1j * first * t / r) @ expm(-1j * second * t / r)
        return np.linalg.norm(np.linalg.matrix_power(step, r) - exact, 2) <= epsilon

    low, high = 0, promised
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if good(middle) else (middle, high)
    return promised, high
