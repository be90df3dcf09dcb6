# task: unbias
# why: Puts the pairs into an array of two columns and keeps the rows whose difference is not zero.
def unbias(reports):
    pairs = np.array(reports[: len(reports) // 2 * 2], dtype=int).reshape(-1, 2)
    steps = pairs[:, 0] - pairs[:, 1]
    return (steps[steps != 0] > 0).astype(int).tolist()
