# task: phase_from_counts
# why: Puts cosine and sine together into a complex number.


def phase_from_counts(x_counts, y_counts):
    cosine = 2 * x_counts.get("0", 0) / sum(x_counts.values()) - 1
    sine = 2 * y_counts.get("0", 0) / sum(y_counts.values()) - 1
    return np.angle(cosine + 1j * sine)
