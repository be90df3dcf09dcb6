# task: parameters
# why: Reduces each row by a basis with leading places; what reduces to nothing is a product of generators.
def parameters(generators):
    n = len(generators[0])
    rows = {
        word: [int(c in "XY") for c in word] + [int(c in "YZ") for c in word] for word in generators
    }
    basis = []
    for row in rows.values():
        row = list(row)
        for lead, other in basis:
            if row[lead]:
                row = [a ^ b for a, b in zip(row, other, strict=True)]
        if any(row):
            basis.append((row.index(1), row))

    def dependent(row):
        for lead, other in basis:
            if row[lead]:
                row = [a ^ b for a, b in zip(row, other, strict=True)]
        return not any(row)

    def commute(a, b):
        return sum(a[q] & b[q + n] ^ a[q + n] & b[q] for q in range(n)) % 2 == 0

    weight = 1
    while True:
        for places in combinations(range(n), weight):
            for kinds in product((1, 2, 3), repeat=weight):
                error = [0] * (2 * n)
                for q, kind in zip(places, kinds, strict=True):
                    error[q], error[q + n] = kind & 1, kind >> 1
                if all(commute(error, row) for row in rows.values()) and not dependent(error):
                    return [n, n - len(basis), weight]
        weight += 1
