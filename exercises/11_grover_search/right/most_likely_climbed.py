# task: most_likely
# why: Climbs from each point of a coarse grid.
def most_likely(runs):
    def minus_log(theta):
        total = 0.0
        for k, n, h in runs:
            good = np.sin((2 * k + 1) * theta) ** 2
            total -= xlogy(h, good) + xlogy(n - h, 1 - good)
        return total

    edges = np.linspace(0, np.pi / 2, 401)
    found = [
        minimize_scalar(
            minus_log, bounds=tuple(edges[k : k + 2]), method="bounded", options={"xatol": 1e-8}
        )
        for k in range(400)
    ]
    best = min(found, key=lambda one: one.fun)
    return float(np.sin(best.x) ** 2)
