# task: matrix_of_sequence
# why: Uses RZ for S and T: the same turns, but not the same matrices.
# fails: assert_implements global_phase


def matrix_of(names):
    turns = {"z": np.pi, "s": np.pi / 2, "t": np.pi / 4, "sdg": -np.pi / 2, "tdg": -np.pi / 4}
    total = np.eye(2)
    for name in names:
        if name in turns:
            half = turns[name] / 2
            gate = np.diag([np.exp(-1j * half), np.exp(1j * half)])
        elif name == "h":
            gate = np.array([[1, 1], [1, -1]]) / np.sqrt(2)
        else:
            gate = np.array([[0, 1], [1, 0]]) if name == "x" else np.array([[0, -1j], [1j, 0]])
        total = gate @ total
    return total
