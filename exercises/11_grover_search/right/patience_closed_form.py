# task: patience
# why: The closed form of a run; all runs at once with a cumulative product.
def patience(items, solutions, sizes):
    s = np.array(sizes, dtype=float)
    if solutions == 0:
        return [0.0, float(sum((s + 1) / 2))]
    theta = np.arcsin(np.sqrt(solutions / items))
    success = 0.5 - np.sin(4 * s * theta) / (4 * s * np.sin(2 * theta))
    failed = np.cumprod(1 - success)
    reached = np.concatenate([[1.0], failed[:-1]])
    return [1 - failed[-1], float(reached @ ((s + 1) / 2))]
