# task: together
# why: Splits the space by one matrix and calls itself in each part with the others.


def common_basis(matrices):
    first, others = matrices[0], matrices[1:]
    values, vectors = np.linalg.eigh(first)
    if not others:
        return vectors
    parts, start = [], 0
    while start < len(values):
        stop = start
        while stop < len(values) and values[stop] - values[start] < 1e-5:
            stop += 1
        block = vectors[:, start:stop]
        for other in others:
            image = other @ block
            if np.max(np.abs(image - block @ (block.conj().T @ image))) > 1e-7:
                return None
        inner = common_basis([block.conj().T @ other @ block for other in others])
        if inner is None:
            return None
        parts.append(block @ inner)
        start = stop
    return np.concatenate(parts, axis=1)
