# task: phase_from_counts
# why: Uses the X basis alone, which loses the sign.
# fails: assert_implements wrong_sign


def phase_from_counts(x_counts, y_counts):
    cosine = 2 * x_counts.get("0", 0) / sum(x_counts.values()) - 1
    return np.arccos(cosine)
