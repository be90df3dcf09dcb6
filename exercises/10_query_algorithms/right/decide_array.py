# task: decide
# why: Elimination on a NumPy array, columns in the order of the text.
def decide(samples, n):
    table = np.array([[int(bit) for bit in sample] for sample in samples], dtype=int)
    table = table.reshape(-1, n)
    row = 0
    free = []
    for column in range(n):
        ones = np.flatnonzero(table[row:, column]) + row
        if not len(ones):
            free.append(column)
            continue
        table[[row, ones[0]]] = table[[ones[0], row]]
        others = np.flatnonzero(table[:, column])
        others = others[others != row]
        table[others] ^= table[row]
        row += 1
    if not free:
        return "0" * n
    if len(free) > 1:
        return None
    bits = np.zeros(n, dtype=int)
    bits[free[0]] = 1
    pivots = [column for column in range(n) if column != free[0]]
    bits[pivots] = table[: n - 1, free[0]]
    return "".join(map(str, bits))
