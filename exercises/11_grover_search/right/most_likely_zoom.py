# task: most_likely
# why: A coarse grid, and a finer one about the best place.
def most_likely(runs):
    def height(theta):
        log = np.zeros(len(theta))
        for k, n, h in runs:
            good = np.clip(np.sin((2 * k + 1) * theta) ** 2, 1e-300, 1.0)
            other = np.clip(np.cos((2 * k + 1) * theta) ** 2, 1e-300, 1.0)
            if h:
                log += h * np.log(good)
            if n - h:
                log += (n - h) * np.log(other)
        return log

    low, high = 0.0, np.pi / 2
    for _ in range(3):
        grid = np.linspace(low, high, 4001)
        best = grid[np.argmax(height(grid))]
        width = 4 * (grid[1] - grid[0])
        low, high = max(0.0, best - width), min(np.pi / 2, best + width)
    return np.sin(best) ** 2
