# task: lattice
# why: Collects the coefficients of equal strings in a dictionary first.
def lattice(n, bonds, fields):
    table = {}
    for letter in "XYZ":
        for i, j, strength, delta in bonds:
            key = "".join(letter if k in (i, j) else "I" for k in range(n - 1, -1, -1))
            table[key] = table.get(key, 0) + strength * (delta if letter == "Z" else 1)
    for k in range(n):
        key = "".join("Z" if q == k else "I" for q in range(n - 1, -1, -1))
        table[key] = table.get(key, 0) + fields[k]
    return SparsePauliOp.from_list(list(table.items()))
