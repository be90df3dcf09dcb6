# task: table
# why: Tries X and Z only, and so makes two errors of one Y.
# fails: assert_close wrong_value
def table(generators):
    n, found = len(generators[0]), {}
    letters = {}
    for size in range(2 * n + 1):
        for places in combinations(range(2 * n), size):
            letters = ["I"] * n
            for place in places:
                k = place % n
                letters[k] = "Y" if letters[k] != "I" else "XZ"[place // n]
            word = "".join(letters)
            key = "".join(
                str(sum("I" != a != b != "I" for a, b in zip(g, word, strict=True)) % 2)
                for g in generators
            )
            found.setdefault(key, word)
        if len(found) == 2 ** len(generators):
            break
    return found
