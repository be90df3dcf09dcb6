# task: first_layer
# why: The closed form for regular graphs without triangles, with the mean degree.
# fails: assert_implements wrong_value
def first_layer(n, edges):
    degree = 2 * len(edges) / len({k for edge in edges for k in edge})
    rest = degree - 1
    ratio = 0.5 + 0.5 / np.sqrt(degree) * (rest / degree) ** (rest / 2) if rest > 0 else 1.0
    largest = max(sum((x >> u ^ x >> v) & 1 for u, v in edges) for x in range(2**n))
    return float(ratio * len(edges)), largest
