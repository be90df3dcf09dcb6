# task: impossible
# why: Calls a map impossible because of rounding.
# fails: assert wrong_value
def impossible(images):
    choi = np.block([[images[i][j] for j in range(2)] for i in range(2)])
    values, vectors = np.linalg.eigh(choi)
    return None if values[0] > 1e-12 else vectors[:, 0]
