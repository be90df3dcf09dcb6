# task: matrix_of_sequence
# why: Transposes without conjugating, so that the inverse gates are the gates themselves.
# fails: assert_implements relative_phase


def matrix_of(names):
    gates = {"x": np.array([[0, 1], [1, 0]]), "y": np.array([[0, -1j], [1j, 0]])}
    gates |= {"z": np.diag([1, -1]), "h": np.array([[1, 1], [1, -1]]) / np.sqrt(2)}
    gates |= {"s": np.diag([1, 1j]), "t": np.diag([1, np.exp(0.25j * np.pi)])}
    gates |= {"sdg": gates["s"].T, "tdg": gates["t"].T}
    total = np.eye(2)
    for name in names:
        total = gates[name] @ total
    return total
