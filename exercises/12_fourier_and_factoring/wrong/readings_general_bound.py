# task: readings
# why: Gives the number from the general bound of the textbooks, which holds for every phase and is too large for most.
# fails: assert_implements wrong_value
def chance(phi, t, n):
    y = np.arange(2**t)
    weights = np.abs(np.fft.fft(np.exp(2j * np.pi * phi * y)) / 2**t) ** 2
    distance = np.abs(y / 2**t - phi)
    return float(weights[np.minimum(distance, 1 - distance) <= 2.0**-n].sum())


def smallest(phi, n, epsilon):
    return n + math.ceil(math.log2(2 + 1 / (2 * epsilon)))
