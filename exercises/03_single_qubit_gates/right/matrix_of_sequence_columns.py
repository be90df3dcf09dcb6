# task: matrix_of_sequence
# why: Finds the matrix column by column: what becomes of |0> and of |1>.


def matrix_of(names):
    phases = {"z": -1, "s": 1j, "t": np.exp(1j * np.pi / 4)}
    phases |= {"sdg": -1j, "tdg": np.exp(-1j * np.pi / 4)}
    columns = []
    for a, b in ((1, 0), (0, 1)):
        for name in names:
            if name == "x":
                a, b = b, a
            elif name == "y":
                a, b = -1j * b, 1j * a
            elif name == "h":
                a, b = (a + b) / 2**0.5, (a - b) / 2**0.5
            else:
                b = b * phases[name]
        columns.append([a, b])
    return np.array(columns, dtype=complex).T
