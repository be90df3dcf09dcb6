# task: covariance
# why: Uses the four probabilities of the two bits: the covariance is 4 (p00 p11 - p01 p10).
def covariance(counts, a, b):
    table = np.zeros((2, 2))
    for key, number in counts.items():
        index = int(key, 2)
        table[(index >> a) & 1, (index >> b) & 1] += number
    table /= table.sum()
    return 4 * np.linalg.det(table)
