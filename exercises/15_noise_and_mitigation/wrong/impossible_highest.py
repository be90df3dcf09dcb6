# task: impossible
# why: Returns the eigenvector of the greatest eigenvalue.
# fails: assert_between out_of_range
def impossible(images):
    choi = np.block([[images[i][j] for j in range(2)] for i in range(2)])
    values, vectors = np.linalg.eigh(choi)
    return None if values[0] > -1e-6 else vectors[:, -1]
