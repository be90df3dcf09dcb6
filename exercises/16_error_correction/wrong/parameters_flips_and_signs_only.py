# task: parameters
# why: Looks at errors made of X alone or of Z alone, which is enough for some codes.
# fails: assert_implements wrong_value
def parameters(generators):
    n, group = len(generators[0]), {0}
    for word in generators:
        x = sum(1 << q for q in range(n) if word[q] in "XY")
        z = sum(1 << q for q in range(n) if word[q] in "YZ")
        group |= {one ^ (x << n | z) for one in group}
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letter in "XZ":
                pattern = sum(1 << q for q in places) << (n if letter == "X" else 0)
                clashes = [sum(g[q] not in ("I", letter) for q in places) % 2 for g in generators]
                if not any(clashes) and pattern not in group:
                    return [n, n - len(group).bit_length() + 1, weight]
    return [n, n - len(group).bit_length() + 1, n]
