# task: box
# why: Solves the right equations and forgets to transpose the result.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return np.linalg.solve(np.array(inputs), np.array(outputs))
