# task: roots
# why: Goes round half a circle only.
# fails: assert_close wrong_sign


def roots(z, n):
    radius = abs(z) ** (1 / n)
    return [radius * np.exp(1j * (np.angle(z) + np.pi * k) / n) for k in range(n)]
