# task: arrow_from_counts
# why: Goes by probabilities: average = 2 P(0) - 1.


def arrow_from_counts(counts_x, counts_y, counts_z):
    arrow = [2 * c.get("0", 0) / sum(c.values()) - 1 for c in (counts_x, counts_y, counts_z)]
    length = sum(component**2 for component in arrow) ** 0.5
    return [component / length for component in arrow]
