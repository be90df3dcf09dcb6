# task: roots
# why: One root, then again and again a turn by the n-th part of a full turn.


def roots(z, n):
    root = complex(z) ** (1 / n)
    step = np.exp(2j * np.pi / n)
    found = []
    for _ in range(n):
        found.append(root)
        root = root * step
    return found
