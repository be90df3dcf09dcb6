# task: axes
# why: Keeps the projector onto everything that is still free.


def clean_axes(vectors):
    d = len(vectors[0])
    free = np.eye(d, dtype=complex)
    found = []
    for vector in vectors:
        rest = free @ (free @ vector)
        size = np.linalg.norm(rest)
        if size <= 1e-9 * np.linalg.norm(vector):
            continue
        axis = rest / size
        for _ in range(2):
            axis = free @ axis
        axis = axis / np.linalg.norm(axis)
        found.append(axis)
        free = free - np.outer(axis, axis.conj())
    return found
