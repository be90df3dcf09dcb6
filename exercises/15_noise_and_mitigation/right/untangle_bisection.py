# task: untangle
# why: Halves an interval for the common offset.
def untangle(counts, flips):
    n = len(flips)
    inverse = np.eye(1)
    for a, b in reversed(flips):
        inverse = np.kron(inverse, np.array([[1 - b, -b], [-a, 1 - a]]) / (1 - a - b))
    shares = np.zeros(2**n)
    for key, number in counts.items():
        shares[int(key, 2)] += number
    quasi = inverse @ (shares / shares.sum())
    low, high = quasi.min() - 1, quasi.max()
    for _ in range(80):
        offset = (low + high) / 2
        if sum(max(0, q - offset) for q in quasi) > 1:
            low = offset
        else:
            high = offset
    return [max(0, q - offset) for q in quasi]
