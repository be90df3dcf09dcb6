# task: first_layer
# why: Takes three quarters of the edges, which is right on rings.
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
    largest = max(sum((x >> u ^ x >> v) & 1 for u, v in edges) for x in range(2 ** (n - 1)))
    return float(0.75 * len(edges)) if len(edges) == n > 3 else float(expected.max()) * (
        0.75 if len(edges) > 3 else 1
    ), largest
