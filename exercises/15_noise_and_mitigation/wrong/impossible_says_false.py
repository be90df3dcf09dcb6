# task: impossible
# why: Returns False instead of None.
# fails: assert wrong_value
def impossible(images):
    choi = np.block([[images[i][j] for j in range(2)] for i in range(2)])
    values, vectors = np.linalg.eigh(choi)
    return False if values[0] > -1e-6 else vectors[:, 0]
