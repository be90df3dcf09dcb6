# task: describe
# why: Looks at the largest entry of each difference, in one table.


def describe(matrix):
    rows, columns = np.shape(matrix)
    names = ["hermitian", "unitary", "normal", "projector", "positive"]
    if rows != columns:
        return dict.fromkeys(names, False)
    a = np.matrix(matrix)
    misses = [a.H - a, a.H * a - np.eye(rows), a.H * a - a * a.H]
    answer = {name: bool(abs(miss).max() < 1e-7) for name, miss in zip(names, misses, strict=False)}
    answer["projector"] = answer["hermitian"] and bool(abs(a * a - a).max() < 1e-7)
    answer["positive"] = answer["hermitian"] and bool(min(np.linalg.eigvals(a).real) > -1e-7)
    return answer
