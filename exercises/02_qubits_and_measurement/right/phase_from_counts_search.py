# task: phase_from_counts
# why: Tries many phases and keeps the one that fits best.


def phase_from_counts(x_counts, y_counts):
    x, y = (c.get("0", 0) / sum(c.values()) for c in (x_counts, y_counts))
    phases = np.linspace(-np.pi, np.pi, 20001)
    misfit = ((1 + np.cos(phases)) / 2 - x) ** 2 + ((1 + np.sin(phases)) / 2 - y) ** 2
    return phases[np.argmin(misfit)]
