# task: levels
# why: Adds eigenvectors up before making a projector of them.
# fails: assert_implements wrong_value


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    found = []
    for value in np.unique(np.round(values, 6)):
        total = vectors[:, np.abs(values - value) < 1e-5].sum(axis=1)
        total = total / np.linalg.norm(total)
        found.append((value, np.outer(total, total.conj())))
    return found
