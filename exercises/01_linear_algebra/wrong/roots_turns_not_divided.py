# task: roots
# why: Adds full turns after the division by n: the same root n times.
# fails: assert_close wrong_value


def roots(z, n):
    radius = abs(z) ** (1 / n)
    return [radius * np.exp(1j * (np.angle(z) / n + 2 * np.pi * k)) for k in range(n)]
