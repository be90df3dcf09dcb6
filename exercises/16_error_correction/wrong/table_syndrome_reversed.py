# task: table
# why: Writes the syndrome with generator 0 on the right.
# fails: assert_close wrong_value
def table(generators):
    n, found = len(generators[0]), {}
    for weight in range(n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                at = dict(zip(places, letters, strict=True))
                word = "".join(at.get(k, "I") for k in range(n))
                bits = [
                    sum("I" != a != b != "I" for a, b in zip(g, word, strict=True)) % 2
                    for g in reversed(generators)
                ]
                found.setdefault("".join(map(str, bits)), word)
    return found
