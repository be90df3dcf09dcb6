# task: first_layer
# why: Three values of β give the whole curve in β; γ by a fine scan.
def first_layer(n, edges):
    x = np.arange(2**n)
    cut = sum(((x >> u) ^ (x >> v)) & 1 for u, v in edges)
    levels = np.arange(len(edges) + 1)

    def value(gamma, beta):
        state = np.exp(-1j * gamma * levels)[cut] * 2 ** (-n / 2)
        for k in range(n):
            state = np.cos(beta) * state - 1j * np.sin(beta) * state[x ^ (1 << k)]
        return float(np.abs(state) ** 2 @ cut)

    def best_beta(gamma):
        low, middle, high = (value(gamma, b) for b in (0, np.pi / 8, np.pi / 4))
        centre = (low + high) / 2
        return centre + np.hypot(low - centre, middle - centre)

    gammas = np.linspace(0, np.pi, 91)
    values = [best_beta(g) for g in gammas]
    best = int(np.argmax(values))
    low, high = gammas[max(best - 1, 0)], gammas[min(best + 1, 90)]
    for _ in range(18):
        a, b = low + (high - low) / 3, high - (high - low) / 3
        if best_beta(a) < best_beta(b):
            low = a
        else:
            high = b
    return best_beta((low + high) / 2), int(cut.max())
