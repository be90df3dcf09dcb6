# task: parameters
# why: Counts rows as independent when they are merely different.
# fails: assert_implements wrong_value
def parameters(generators):
    n, different = len(generators[0]), set(generators)
    group = {0}
    for word in different:
        x = sum(1 << q for q in range(n) if word[q] in "XY")
        z = sum(1 << q for q in range(n) if word[q] in "YZ")
        group |= {one ^ (x << n | z) for one in group}
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                x = sum(1 << q for q, one in zip(places, letters, strict=True) if one in "XY")
                z = sum(1 << q for q, one in zip(places, letters, strict=True) if one in "YZ")
                at = dict(zip(places, letters, strict=True))
                clashes = [
                    sum(g[q] not in ("I", letter) for q, letter in at.items()) % 2
                    for g in generators
                ]
                if not any(clashes) and (x << n | z) not in group:
                    return [n, n - len(different), weight]
    return None
