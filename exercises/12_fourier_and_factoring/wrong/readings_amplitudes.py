# task: readings
# why: Adds the moduli of amplitudes instead of probabilities.
# fails: assert_implements wrong_value
def chance(phi, t, n):
    y = np.arange(2**t)
    weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t)
    distance = np.abs(y / 2**t - phi)
    return float(weights[np.minimum(distance, 1 - distance) <= 2.0**-n].sum())


def smallest(phi, n, epsilon):
    t = n
    while chance(phi, t, n) < 1 - epsilon:
        t += 1
    return t
