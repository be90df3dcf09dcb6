# task: impossible
# why: Finds every map possible.
# fails: assert_orthonormal wrong_type
def impossible(images):
    choi = np.block([[images[i][j] for j in range(2)] for i in range(2)])
    values = np.linalg.eigvalsh(choi)
    return None if np.isclose(values.sum(), 2) else values
