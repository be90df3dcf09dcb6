# task: levels
# why: The eigenspace is what M - value sends to zero: singular vectors of singular value 0.


def levels(matrix):
    size = len(matrix)
    result, place = [], 0
    values = np.sort(np.linalg.eigvals(matrix).real)
    while place < size:
        same = [v for v in values if abs(v - values[place]) < 1e-5]
        _, _, rows = np.linalg.svd(matrix - np.mean(same) * np.eye(size))
        kernel = rows[size - len(same) :]
        result.append([np.mean(same), kernel.conj().T @ kernel])
        place += len(same)
    return result
