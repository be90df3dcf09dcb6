# task: parameters
# why: Finds the rank by elimination over two elements, and asks of a suspect whether it raises the rank.
def parameters(generators):
    n = len(generators[0])

    def row(word):
        return [int(c in "XY") for c in word] + [int(c in "YZ") for c in word]

    def rank(rows):
        rows, number = [int("".join(map(str, one)), 2) for one in rows], 0
        while rows:
            pivot = rows.pop()
            if pivot:
                number += 1
                low = pivot & -pivot
                rows = [one ^ pivot if one & low else one for one in rows]
        return number

    checks = [row(word) for word in generators]
    r = rank(checks)
    partner = np.array([one[n:] + one[:n] for one in checks])
    for weight in range(1, n + 1):
        for places in combinations(range(n), weight):
            for letters in product("XYZ", repeat=weight):
                at = dict(zip(places, letters, strict=True))
                error = row([at.get(k, "I") for k in range(n)])
                if not np.any(partner @ error % 2) and rank([*checks, error]) > r:
                    return [n, n - r, weight]
    return None
