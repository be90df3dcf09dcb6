# task: lattice
# why: Writes each label out as a list of letters, from the left.
def lattice(n, bonds, fields):
    labels, numbers = [], []

    def add(letter, places, number):
        letters = ["I"] * n
        for place in places:
            letters[n - 1 - place] = letter
        labels.append("".join(letters))
        numbers.append(number)

    for i, j, strength, delta in bonds:
        add("X", (i, j), strength)
        add("Y", (i, j), strength)
        add("Z", (i, j), strength * delta)
    for k, field in enumerate(fields):
        add("Z", (k,), field)
    return SparsePauliOp(labels, numbers)
