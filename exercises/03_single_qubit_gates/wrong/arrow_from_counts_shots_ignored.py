# task: arrow_from_counts
# why: Does not divide by the number of shots of each axis, so a longer series weighs more.
# fails: assert_implements wrong_value


def arrow_from_counts(counts_x, counts_y, counts_z):
    differences = [c.get("0", 0) - c.get("1", 0) for c in (counts_x, counts_y, counts_z)]
    return np.array(differences) / np.linalg.norm(differences)
