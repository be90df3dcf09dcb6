# task: box
# why: Multiplies by the inverse from the left.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return np.linalg.inv(np.array(inputs).T) @ np.array(outputs).T
