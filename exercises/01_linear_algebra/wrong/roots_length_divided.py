# task: roots
# why: Divides the length by n, as the angle.
# fails: assert_close wrong_value


def roots(z, n):
    angles = (np.angle(z) + 2 * np.pi * np.arange(n)) / n
    return abs(z) / n * np.exp(1j * angles)
