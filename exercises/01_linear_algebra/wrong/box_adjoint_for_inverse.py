# task: box
# why: Takes the adjoint for the inverse, as if the inputs were orthonormal.
# fails: assert_implements wrong_value


def box_matrix(inputs, outputs):
    return np.array(outputs).T @ np.array(inputs).conj()
