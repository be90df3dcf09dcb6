# task: impossible
# why: Fills J entry by entry and uses the general eigenvalue routine.
def impossible(images):
    choi = np.zeros((4, 4), dtype=complex)
    for i in range(2):
        for j in range(2):
            for a in range(2):
                for b in range(2):
                    choi[2 * i + a, 2 * j + b] = images[i][j][a][b]
    values, vectors = np.linalg.eig(choi)
    worst = int(np.argmin(values.real))
    if values[worst].real >= -0.001:
        return None
    return vectors[:, worst] / np.linalg.norm(vectors[:, worst])
