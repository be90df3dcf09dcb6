# task: roots
# why: Spreads the roots evenly, but starts at the angle of z.
# fails: assert_close wrong_sign


def roots(z, n):
    radius = abs(z) ** (1 / n)
    return [radius * np.exp(1j * (np.angle(z) + 2 * np.pi * k / n)) for k in range(n)]
