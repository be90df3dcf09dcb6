# task: parameters
# why: Multiplies texts letter by letter, and keeps the group as a set of texts.
def parameters(generators):
    n = len(generators[0])
    third = {("X", "Y"): "Z", ("Y", "Z"): "X", ("X", "Z"): "Y"}

    def times(a, b):
        word = ""
        for s, t in zip(a, b, strict=True):
            if s == t:
                word += "I"
            elif "I" in (s, t):
                word += s if t == "I" else t
            else:
                word += third[tuple(sorted((s, t)))]
        return word

    def silent(a):
        clashes = (sum("I" != s != t != "I" for s, t in zip(a, g, strict=True)) for g in generators)
        return all(number % 2 == 0 for number in clashes)

    group = {"I" * n}
    for g in generators:
        group |= {times(g, one) for one in group}
    k = n
    while 2 ** (n - k) < len(group):
        k -= 1
    for d in (1, 2, 3):
        for places in combinations(range(n), d):
            for letters in product("XYZ", repeat=d):
                at = dict(zip(places, letters, strict=True))
                word = "".join(at.get(q, "I") for q in range(n))
                if silent(word) and word not in group:
                    return (n, k, d)
    return (n, k, 0)
