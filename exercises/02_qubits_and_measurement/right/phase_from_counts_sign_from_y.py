# task: phase_from_counts
# why: Size from the X basis, sign from the Y basis.


def phase_from_counts(x_counts, y_counts):
    zeros = x_counts.get("0", 0) / (x_counts.get("0", 0) + x_counts.get("1", 0))
    size = 2 * np.arccos(np.sqrt(zeros))
    return size if y_counts.get("0", 0) >= y_counts.get("1", 0) else -size
