# task: table
# why: Knows errors X alone, as in the bit-flip code.
# fails: assert_close wrong_length
def table(generators):
    n, found = len(generators[0]), {}
    for weight in range(n + 1):
        for places in combinations(range(n), weight):
            word = "".join("X" if k in places else "I" for k in range(n))
            bits = [
                sum("I" != a != b != "I" for a, b in zip(g, word, strict=True)) % 2
                for g in generators
            ]
            found.setdefault("".join(map(str, bits)), word)
    return found
