# task: roots
# why: Forgets the angle of z: roots of its absolute value.
# fails: assert_close wrong_sign


def roots(z, n):
    return [abs(z) ** (1 / n) * np.exp(2j * np.pi * k / n) for k in range(n)]
