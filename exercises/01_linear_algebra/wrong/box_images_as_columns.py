# task: box
# why: Takes the images of the given vectors for the columns.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return np.column_stack(outputs)
