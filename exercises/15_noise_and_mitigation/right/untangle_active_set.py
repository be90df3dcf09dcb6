# task: untangle
# why: Leaves out all entries that become negative, and repeats with the others.
def untangle(counts, flips):
    n = len(flips)
    matrix = np.array([[1.0]])
    for a, b in flips[::-1]:
        matrix = np.kron(matrix, [[1 - a, b], [a, 1 - b]])
    shares = np.array([counts.get(bin(x)[2:].zfill(n), 0) for x in range(2**n)], dtype=float)
    quasi = np.linalg.inv(matrix) @ (shares / np.sum(shares))
    kept = np.ones(2**n, dtype=bool)
    while True:
        result = np.where(kept, quasi - (quasi[kept].sum() - 1) / kept.sum(), 0.0)
        if result.min() >= 0:
            return result
        kept &= result > 0
