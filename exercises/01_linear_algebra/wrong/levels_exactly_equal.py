# task: levels
# why: Brings eigenvalues together only if they agree to the last digit.
# fails: assert_implements wrong_length


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    found = []
    for value, v in zip(values, vectors.T, strict=True):
        part = np.outer(v, v.conj())
        if found and value == found[-1][0]:
            found[-1] = (value, found[-1][1] + part)
        else:
            found.append((value, part))
    return found
