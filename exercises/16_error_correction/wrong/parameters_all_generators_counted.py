# task: parameters
# why: Takes every generator for independent.
# fails: assert_implements wrong_value
def parameters(generators):
    n = len(generators[0])
    group = {"I" * n}
    third = {"XY": "Z", "YX": "Z", "YZ": "X", "ZY": "X", "XZ": "Y", "ZX": "Y"}

    def times(a, b):
        pairs = zip(a, b, strict=True)
        return "".join(
            "I" if s == t else t if s == "I" else s if t == "I" else third[s + t] for s, t in pairs
        )

    for g in generators:
        group |= {times(g, one) for one in group}
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                at = dict(zip(places, letters, strict=True))
                word = "".join(at.get(q, "I") for q in range(n))
                clashes = [
                    sum("I" != s != t != "I" for s, t in zip(word, g, strict=True)) % 2
                    for g in generators
                ]
                if not any(clashes) and word not in group:
                    return [n, n - len(generators), weight]
    return None
