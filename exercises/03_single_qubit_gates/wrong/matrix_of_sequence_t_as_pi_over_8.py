# task: matrix_of_sequence
# why: Takes the name "π/8 gate" at its word and halves the angle of T.
# fails: assert_implements relative_phase


def matrix_of(names):
    gates = {"x": np.array([[0, 1], [1, 0]]), "y": np.array([[0, -1j], [1j, 0]])}
    gates |= {"z": np.diag([1, -1]), "h": np.array([[1, 1], [1, -1]]) / np.sqrt(2)}
    gates |= {"s": np.diag([1, 1j]), "sdg": np.diag([1, -1j])}
    gates |= {
        "t": np.diag([1, np.exp(1j * np.pi / 8)]),
        "tdg": np.diag([1, np.exp(-1j * np.pi / 8)]),
    }
    total = np.eye(2)
    for name in names:
        total = gates[name] @ total
    return total
