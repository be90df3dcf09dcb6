# task: first_layer
# why: A greedy cut in place of the largest.
# fails: assert_implements wrong_value
def first_layer(n, edges):
    neighbours = [set() for _ in range(n)]
    for u, v in edges:
        neighbours[u].add(v)
        neighbours[v].add(u)
    gamma = np.linspace(0, 2 * np.pi, 8001)
    cosine, sine, double = np.cos(gamma), np.sin(gamma), np.cos(2 * gamma)
    slopes = dips = 0.0
    for u, v in edges:
        d, e = len(neighbours[u]) - 1, len(neighbours[v]) - 1
        f = len(neighbours[u] & neighbours[v])
        slopes = slopes + sine * (cosine**d + cosine**e) / 4
        dips = dips + cosine ** (d + e - 2 * f) * (1 - double**f) / 8
    expected = len(edges) / 2 - dips + np.sqrt(slopes**2 + dips**2)
    side = [0] * n
    for k in range(n):
        zeros = sum(side[w] == 0 for w in neighbours[k] if w < k)
        ones = sum(side[w] == 1 for w in neighbours[k] if w < k)
        side[k] = 1 if zeros > ones else 0
    return float(expected.max()), sum(side[u] != side[v] for u, v in edges)
