# task: roots
# why: Counts to n, and returns the first root twice.
# fails: assert_close wrong_length


def roots(z, n):
    radius = abs(z) ** (1 / n)
    return [radius * np.exp(1j * (np.angle(z) + 2 * np.pi * k) / n) for k in range(n + 1)]
