# task: arrow_from_counts
# why: Forgets to move the arrow to the sphere.
# fails: assert_implements wrong_value


def arrow_from_counts(counts_x, counts_y, counts_z):
    averages = []
    for counts in (counts_x, counts_y, counts_z):
        plus, minus = counts.get("0", 0), counts.get("1", 0)
        averages.append((plus - minus) / (plus + minus))
    return averages
