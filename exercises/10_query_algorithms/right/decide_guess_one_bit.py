# task: decide
# why: Counts the rank first; then tries which bit of the mask can be 1 and solves backwards.
def decide(samples, n):
    basis = {}  # highest bit -> row
    for sample in samples:
        row = int(sample, 2)
        while row and row.bit_length() in basis:
            row ^= basis[row.bit_length()]
        if row:
            basis[row.bit_length()] = row
    if len(basis) < n - 1:
        return None
    mask = 0
    for top in range(1, n + 1):  # from the lowest bit upwards
        if top not in basis or bin(basis[top] & mask).count("1") % 2:
            mask |= 1 << (top - 1)
    return bin(mask)[2:].zfill(n)
