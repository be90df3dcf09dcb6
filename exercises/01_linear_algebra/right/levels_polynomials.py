# task: levels
# why: Projectors as products of (M - other value) / (value - other value), without eigenvectors.


def levels(matrix):
    different = []
    for value in sorted(np.linalg.eigvalsh(matrix)):
        if not different or abs(value - different[-1]) > 1e-5:
            different.append(value)
    answer = []
    for value in different:
        projector = np.eye(len(matrix), dtype=complex)
        for other in different:
            if other != value:
                step = (matrix - other * np.eye(len(matrix))) / (value - other)
                projector = projector @ step
        answer.append((value, projector))
    return answer
