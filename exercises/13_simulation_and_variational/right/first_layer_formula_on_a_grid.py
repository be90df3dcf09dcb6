# task: first_layer
# why: The published formula for each edge on a fine grid of both angles, refined once around the best point.
def first_layer(n, edges):
    links = {frozenset(edge) for edge in edges}

    def degree(x):
        return sum(x in link for link in links)

    data = []
    for u, v in edges:
        f = sum(frozenset((u, w)) in links and frozenset((v, w)) in links for w in range(n))
        data.append((degree(u) - 1, degree(v) - 1, f))

    def landscape(gamma, beta):
        total = 0
        for d, e, f in data:
            total = total + 1 / 2
            total = (
                total
                + np.sin(4 * beta) * np.sin(gamma) * (np.cos(gamma) ** d + np.cos(gamma) ** e) / 4
            )
            together = np.cos(gamma) ** (d + e - 2 * f) * (1 - np.cos(2 * gamma) ** f)
            total = total - np.sin(2 * beta) ** 2 * together / 4
        return total

    gamma = np.linspace(0, 2 * np.pi, 721)[:, None]
    beta = np.linspace(0, np.pi / 2, 181)[None, :]
    values = landscape(gamma, beta)
    i, j = np.unravel_index(values.argmax(), values.shape)
    fine = landscape(
        gamma[i, 0] + np.linspace(-0.01, 0.01, 101)[:, None],
        beta[0, j] + np.linspace(-0.01, 0.01, 101)[None, :],
    )
    sides = itertools.product((0, 1), repeat=n)
    return float(fine.max()), max(sum(s[u] != s[v] for u, v in edges) for s in sides)
