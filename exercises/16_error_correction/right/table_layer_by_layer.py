# task: table
# why: Grows the table: an entry of weight w is one of weight w - 1 with one more letter.
def table(generators):
    n, m = len(generators[0]), len(generators)

    def single(k, letter):
        return sum(1 << (m - 1 - j) for j, g in enumerate(generators) if g[k] not in ("I", letter))

    steps = [(k, letter, single(k, letter)) for k in range(n) for letter in "ZYX"]
    found, layer = {0: "I" * n}, {0: ["I" * n]}
    while len(found) < 2**m:
        longer = {}
        for key, words in layer.items():
            for word in words:
                for k, letter, change in steps:
                    if word[k] == "I" and k > len(word.rstrip("I")) - 1:
                        new = word[:k] + letter + word[k + 1 :]
                        longer.setdefault(key ^ change, []).append(new)
        for key, words in longer.items():
            found.setdefault(key, words[-1])
        layer = longer
    return {bin(key)[2:].rjust(m, "0"): word for key, word in found.items()}
