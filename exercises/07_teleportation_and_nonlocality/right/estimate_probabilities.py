# task: estimate
# why: Works with the share p of pairs that agree: E = 2p - 1 and the error is 2 sqrt(p(1-p)/N).
def chsh_estimate(counts):
    signs = np.array([[1, 1], [1, -1]])
    shots = np.array([[sum(table.values()) for table in row] for row in counts])
    equal = np.array(
        [[sum(n for k, n in t.items() if k[0] == k[1]) for t in row] for row in counts]
    )
    p = equal / shots
    return float(np.sum(signs * (2 * p - 1))), float(np.sqrt(np.sum(4 * p * (1 - p) / shots)))
