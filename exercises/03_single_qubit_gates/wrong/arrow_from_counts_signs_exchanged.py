# task: arrow_from_counts
# why: Counts outcome 1 as +1.
# fails: assert_implements wrong_sign


def arrow_from_counts(counts_x, counts_y, counts_z):
    averages = []
    for counts in (counts_x, counts_y, counts_z):
        plus, minus = counts.get("1", 0), counts.get("0", 0)
        averages.append((plus - minus) / (plus + minus))
    return np.array(averages) / np.linalg.norm(averages)
