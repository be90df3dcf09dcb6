# task: arrow_from_counts
# why: Writes out every shot as +1 or -1 and takes the mean.


def arrow_from_counts(*tables):
    means = []
    for counts in tables:
        shots = [(-1) ** int(bit) for bit, number in counts.items() for _ in range(number)]
        means.append(np.mean(shots))
    return tuple(np.divide(means, np.hypot(np.hypot(means[0], means[1]), means[2])))
