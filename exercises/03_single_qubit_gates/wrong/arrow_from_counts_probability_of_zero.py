# task: arrow_from_counts
# why: Takes the share of outcome 0 for the average.
# fails: assert_implements wrong_value


def arrow_from_counts(counts_x, counts_y, counts_z):
    shares = [c.get("0", 0) / sum(c.values()) for c in (counts_x, counts_y, counts_z)]
    return np.array(shares) / np.linalg.norm(shares)
