# task: pattern
# why: A fast Walsh-Hadamard transform of a table of garbage and inputs.
def pattern(f, g):
    names, rows = np.unique(g, return_inverse=True)
    table = np.zeros((len(names), len(f)))
    table[rows, np.arange(len(f))] = np.where(np.array(f) == 1, -1, 1)
    half = 1
    while half < len(f):
        table = table.reshape(len(names), -1, 2, half)
        table = np.stack([table[:, :, 0] + table[:, :, 1], table[:, :, 0] - table[:, :, 1]], axis=2)
        half *= 2
    return np.sum(table.reshape(len(names), -1) ** 2, axis=0) / len(f) ** 2
