# task: reach
# why: Takes the decibels for amplitudes, as with voltages.
# fails: assert_implements wrong_value
def reach(loss, efficiency, dark, flips, inefficiency):
    def entropy(x):
        return -x * np.log2(x) - (1 - x) * np.log2(1 - x)

    low, high = 0.0, 0.5
    for _ in range(60):
        middle = (low + high) / 2
        if (1 + inefficiency) * entropy(middle) < 1:
            low = middle
        else:
            high = middle
    if flips >= low:
        return 0.0
    share = dark * (0.5 - low)
    detected = share / (low - flips + share)
    return max(0.0, 20 / loss * np.log10(efficiency / detected))
