# task: phase_from_counts
# why: Takes the outcome 1 of the Y basis for +i.
# fails: assert_implements wrong_sign


def phase_from_counts(x_counts, y_counts):
    cosine = 2 * x_counts.get("0", 0) / sum(x_counts.values()) - 1
    sine = 2 * y_counts.get("1", 0) / sum(y_counts.values()) - 1
    return np.arctan2(sine, cosine)
