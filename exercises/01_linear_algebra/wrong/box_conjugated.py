# task: box
# why: Conjugates where only a transpose is meant.
# fails: assert_implements wrong_sign


def box_matrix(inputs, outputs):
    return np.array(outputs).conj().T @ np.linalg.inv(np.array(inputs).conj().T)
