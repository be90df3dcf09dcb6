# task: arrow_from_counts
# why: Divides by the sum of the components instead of the length of the vector.
# fails: assert_implements wrong_value


def arrow_from_counts(counts_x, counts_y, counts_z):
    averages = []
    for counts in (counts_x, counts_y, counts_z):
        plus, minus = counts.get("0", 0), counts.get("1", 0)
        averages.append((plus - minus) / (plus + minus))
    return np.array(averages) / sum(abs(average) for average in averages)
