# task: phase_from_counts
# why: Uses the Y basis alone, which loses the quadrant.
# fails: assert_implements wrong_value


def phase_from_counts(x_counts, y_counts):
    sine = 2 * y_counts.get("0", 0) / sum(y_counts.values()) - 1
    return np.arcsin(sine)
