# task: readings
# why: Searches from many bits downwards to the first that fails; the probability does not only grow.
# fails: assert_implements wrong_value
def chance(phi, t, n):
    y = np.arange(2**t)
    weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2
    distance = np.abs(y / 2**t - phi)
    return float(weights[np.minimum(distance, 1 - distance) <= 2.0**-n].sum())


def smallest(phi, n, epsilon):
    t = 14
    while t > n and chance(phi, t - 1, n) >= 1 - epsilon:
        t -= 1
    return t
