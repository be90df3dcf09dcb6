# task: first_layer
# why: The formula for graphs without triangles.
# fails: assert_implements wrong_value
def first_layer(n, edges):
    neighbours = [set() for _ in range(n)]
    for u, v in edges:
        neighbours[u].add(v)
        neighbours[v].add(u)
    gamma = np.linspace(0, 2 * np.pi, 8001)
    cosine, sine, _double = np.cos(gamma), np.sin(gamma), np.cos(2 * gamma)
    slopes = dips = 0.0
    for u, v in edges:
        d, e = len(neighbours[u]) - 1, len(neighbours[v]) - 1
        len(neighbours[u] & neighbours[v])
        slopes = slopes + sine * (cosine**d + cosine**e) / 4
        dips = dips + 0 * cosine
    expected = len(edges) / 2 - dips + np.sqrt(slopes**2 + dips**2)
    largest = max(sum((x >> u ^ x >> v) & 1 for u, v in edges) for x in range(2 ** (n - 1)))
    return float(expected.max()), largest
