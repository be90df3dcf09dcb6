# task: levels
# why: Finds the different eigenvalues first, then takes the columns of each as a block.


def levels(matrix):
    values, vectors = np.linalg.eigh(matrix)
    result = []
    for value in np.unique(np.round(values, 6)):
        block = vectors[:, np.abs(values - value) < 1e-5]
        mean = float(np.mean(values[np.abs(values - value) < 1e-5]))
        result.append((mean, block @ block.conj().T))
    return result
