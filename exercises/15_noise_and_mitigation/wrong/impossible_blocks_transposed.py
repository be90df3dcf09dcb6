# task: impossible
# why: Exchanges row and column of the blocks: tests the transpose of the map.
# fails: assert wrong_value
def impossible(images):
    choi = np.block([[images[j][i] for j in range(2)] for i in range(2)])
    values, vectors = np.linalg.eigh(choi)
    return None if values[0] > -1e-6 else vectors[:, 0]
