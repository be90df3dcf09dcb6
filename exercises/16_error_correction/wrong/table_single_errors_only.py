# task: table
# why: Stops at weight 1, so that syndromes of two errors have no entry.
# fails: assert_close wrong_length
def table(generators):
    n, found = len(generators[0]), {}
    words = ["I" * n] + ["I" * k + letter + "I" * (n - k - 1) for k in range(n) for letter in "XYZ"]
    for word in words:
        bits = [
            sum("I" != a != b != "I" for a, b in zip(g, word, strict=True)) % 2 for g in generators
        ]
        found.setdefault("".join(map(str, bits)), word)
    return found
