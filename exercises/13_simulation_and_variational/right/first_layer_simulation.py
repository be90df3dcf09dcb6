# task: first_layer
# why: Simulates the state on a grid and refines the best points.
def first_layer(n, edges):
    from scipy.optimize import minimize

    bits = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    cut = np.zeros(2**n)
    for u, v in edges:
        cut += bits[:, u] ^ bits[:, v]

    def expected(angles):
        gamma, beta = angles
        state = np.exp(-1j * gamma * cut) / np.sqrt(2**n)
        c, s = np.cos(beta), -1j * np.sin(beta)
        for k in range(n):
            state = state.reshape(-1, 2, 2**k)
            state = c * state + s * state[:, ::-1]
        return -float(np.abs(state.reshape(-1)) ** 2 @ cut)

    grid = [
        (g, b)
        for g in np.linspace(0, np.pi, 40)
        for b in np.linspace(0, np.pi / 2, 16, endpoint=False)
    ]
    grid.sort(key=expected)
    best = min(minimize(expected, start, method="Nelder-Mead").fun for start in grid[:4])
    return -best, int(cut.max())
