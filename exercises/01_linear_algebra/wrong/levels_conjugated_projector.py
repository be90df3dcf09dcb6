# task: levels
# why: Conjugates the left factor of |v><v|: the transposed projector.
# fails: assert_implements conjugate


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    found = []
    for value, v in zip(values, vectors.T, strict=True):
        part = np.outer(v.conj(), v)
        if found and value - found[-1][0] < 1e-6:
            found[-1] = (value, found[-1][1] + part)
        else:
            found.append((value, part))
    return found
