# task: shots_needed
# why: Searches for the smallest sufficient number.


def shots_needed(standard_error, p=None):
    variance = 1 / 4 if p is None else p - p * p

    def enough(shots):
        return np.sqrt(variance / shots) <= standard_error

    high = 1
    while not enough(high):
        high *= 2
    low = high // 2
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if enough(middle) else (middle, high)
    return high
