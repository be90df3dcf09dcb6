# task: table
# why: Keeps the best word for each syndrome and extends it by one qubit at a time.
def table(generators):
    best = {"0" * len(generators): ""}
    for k in range(len(generators[0])):
        longer = {}
        for key, word in best.items():
            for letter in "IYZX":
                flips = ["1" if "I" != letter != g[k] != "I" else "0" for g in generators]
                new = "".join("1" if a != b else "0" for a, b in zip(key, flips, strict=True))
                old = longer.get(new)
                if old is None or (word + letter).count("I") > old.count("I"):
                    longer[new] = word + letter
        best = longer
    return best
