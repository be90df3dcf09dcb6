# task: covariance
# why: Writes out one entry for every shot and lets NumPy compute the covariance.
def covariance(counts, a, b):
    shots = [key for key, number in counts.items() for _ in range(number)]
    rows = [[(-1) ** int(shot[len(shot) - 1 - qubit]) for shot in shots] for qubit in (a, b)]
    return np.cov(rows, bias=True)[0, 1]
