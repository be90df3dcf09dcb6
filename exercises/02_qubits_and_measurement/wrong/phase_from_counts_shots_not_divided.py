# task: phase_from_counts
# why: Compares counts of runs with different numbers of shots.
# fails: assert_implements wrong_value


def phase_from_counts(x_counts, y_counts):
    x = x_counts.get("0", 0) - x_counts.get("1", 0)
    y = y_counts.get("0", 0) - y_counts.get("1", 0)
    return np.arctan2(y, x)
