# task: untangle
# why: Puts negative entries to 0, so that the sum is above 1.
# fails: assert_close wrong_value
def untangle(counts, flips):
    n, shots = len(flips), sum(counts.values())
    shares = np.array([counts.get(f"{x:0{n}b}", 0) / shots for x in range(2**n)])
    matrix = np.eye(1)
    for a, b in flips:
        matrix = np.kron(np.array([[1 - a, b], [a, 1 - b]]), matrix)
    quasi = np.linalg.solve(matrix, shares)
    return np.maximum(quasi, 0)
