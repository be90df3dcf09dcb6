# task: describe
# why: Inner products of rows and columns, one by one; positive by a Cholesky decomposition.


def describe(matrix):
    rows, columns = matrix.shape
    keys = ["hermitian", "unitary", "normal", "projector", "positive"]
    if rows != columns:
        return dict.fromkeys(keys, False)
    result = dict.fromkeys(keys, True)
    for i in range(rows):
        for j in range(rows):
            by_columns = np.vdot(matrix[:, i], matrix[:, j])
            by_rows = np.vdot(matrix[j, :], matrix[i, :])
            square = sum(matrix[i, k] * matrix[k, j] for k in range(rows))
            if abs(matrix[i, j] - np.conj(matrix[j, i])) > 1e-9:
                result["hermitian"] = False
            if abs(by_columns - (i == j)) > 1e-9:
                result["unitary"] = False
            if abs(by_columns - by_rows) > 1e-9:
                result["normal"] = False
            if abs(square - matrix[i, j]) > 1e-9:
                result["projector"] = False
    result["projector"] = result["projector"] and result["hermitian"]
    try:
        np.linalg.cholesky(matrix + 1e-8 * np.eye(rows))
    except np.linalg.LinAlgError:
        result["positive"] = False
    result["positive"] = result["positive"] and result["hermitian"]
    return result
