# task: levels
# why: Rounds the eigenvalues to two digits to find equal ones.
# fails: assert_implements wrong_length


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    values = np.round(values, 2)
    found = []
    for value in np.unique(values):
        block = vectors[:, values == value]
        found.append((value, block @ block.conj().T))
    return found
