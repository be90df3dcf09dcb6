# task: parameters
# why: Takes products of generators for harmful, so that Shor's code seems to have distance 2.
# fails: assert_implements wrong_value
def parameters(generators):
    n, group = len(generators[0]), {0}
    for word in generators:
        x = sum(1 << q for q in range(n) if word[q] in "XY")
        z = sum(1 << q for q in range(n) if word[q] in "YZ")
        group |= {one ^ (x << n | z) for one in group}
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                at = dict(zip(places, letters, strict=True))
                clashes = [
                    sum(g[q] not in ("I", letter) for q, letter in at.items()) % 2
                    for g in generators
                ]
                if not any(clashes):
                    return [n, n - len(group).bit_length() + 1, weight]
    return None
