# task: readings
# why: Counts the single nearest reading.
# fails: assert_implements wrong_value
def chance(phi, t, n):
    y = np.arange(2**t)
    weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2
    return float(weights.max())


def smallest(phi, n, epsilon):
    t = n
    while chance(phi, t, n) < 1 - epsilon:
        t += 1
    return t
