# task: untangle
# why: Non-negative least squares, with the sum of 1 as an equation of great weight.
from scipy.optimize import nnls


def untangle(counts, flips):
    n, shots = len(flips), sum(counts.values())
    size = 2**n
    read = np.array(
        [
            [
                np.prod([_chance(x >> k & 1, y >> k & 1, flips[k]) for k in range(n)])
                for x in range(size)
            ]
            for y in range(size)
        ]
    )
    shares = np.array([counts.get(format(y, f"0{n}b"), 0) for y in range(size)]) / shots
    quasi = np.linalg.inv(read) @ shares
    heavy = 1e4
    return nnls(np.vstack([np.eye(size), heavy * np.ones(size)]), np.append(quasi, heavy))[0]


def _chance(true, seen, pair):
    flip = pair[true]
    return flip if true != seen else 1 - flip
