# task: box
# why: Solves the transposed equations.


def box_matrix(inputs, outputs):
    return np.linalg.solve(np.array(inputs), np.array(outputs)).T
