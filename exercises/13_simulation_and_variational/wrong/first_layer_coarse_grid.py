# task: first_layer
# why: A grid of both angles that is too coarse.
# fails: assert_implements wrong_value
def first_layer(n, edges):
    bits = (np.arange(2**n)[:, None] >> np.arange(n)) & 1
    cut = sum(bits[:, u] ^ bits[:, v] for u, v in edges)
    best = 0.0
    for gamma in np.arange(0, 2 * np.pi, np.pi / 24):
        for beta in np.arange(0, np.pi / 2, np.pi / 24):
            state = np.exp(-1j * gamma * cut) / np.sqrt(2**n)
            for k in range(n):
                state = state.reshape(-1, 2, 2**k)
                state = np.cos(beta) * state - 1j * np.sin(beta) * state[:, ::-1]
            best = max(best, float(np.abs(state.reshape(-1)) ** 2 @ cut))
    return best, int(cut.max())
