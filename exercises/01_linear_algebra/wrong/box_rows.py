# task: box
# why: Forgets that an array made of vectors has them as rows.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return np.array(outputs) @ np.linalg.inv(np.array(inputs))
