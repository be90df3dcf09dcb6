# task: untangle
# why: Exchanges rows and columns of the confusion matrix.
# fails: assert_close wrong_value
def untangle(counts, flips):
    n, shots = len(flips), sum(counts.values())
    shares = np.array([counts.get(f"{x:0{n}b}", 0) / shots for x in range(2**n)])
    matrix = np.eye(1)
    for a, b in flips:
        matrix = np.kron(np.array([[1 - a, a], [b, 1 - b]]), matrix)
    quasi = np.linalg.solve(matrix, shares)
    falling = np.sort(quasi)[::-1]
    offsets = (np.cumsum(falling) - 1) / np.arange(1, 2**n + 1)
    last = int(np.flatnonzero(falling > offsets)[-1])
    return np.maximum(quasi - offsets[last], 0)
