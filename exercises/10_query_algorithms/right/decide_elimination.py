# task: decide
# why: Reduced row echelon form with rows as integers; the free column gives the mask.
def decide(samples, n):
    rows = [int(sample, 2) for sample in samples]
    pivots = []
    for column in reversed(range(n)):
        place = len(pivots)
        found = next((k for k in range(place, len(rows)) if rows[k] >> column & 1), None)
        if found is None:
            continue
        rows[place], rows[found] = rows[found], rows[place]
        for k in range(len(rows)):
            if k != place and rows[k] >> column & 1:
                rows[k] ^= rows[place]
        pivots.append(column)
    if len(pivots) == n:
        return "0" * n
    if len(pivots) < n - 1:
        return None
    free = next(column for column in range(n) if column not in pivots)
    mask = 1 << free
    for row, column in zip(rows, pivots, strict=False):
        mask |= (row >> free & 1) << column
    return format(mask, f"0{n}b")
