# task: covariance
# why: Turns the keys into an array of values and uses weighted averages.
def covariance(counts, a, b):
    keys = list(counts)
    weights = np.array([counts[key] for key in keys], dtype=float)
    values = np.array([[1 - 2 * int(bit) for bit in reversed(key)] for key in keys])
    first, second = values[:, a], values[:, b]

    def mean(numbers):
        return float(np.average(numbers, weights=weights))

    return mean(first * second) - mean(first) * mean(second)
