# task: matrix_of_sequence
# why: Forgets the factor 1/√2 of H.
# fails: assert_implements not_unitary


def matrix_of(names):
    gates = {"x": np.array([[0, 1], [1, 0]]), "y": np.array([[0, -1j], [1j, 0]])}
    gates |= {"z": np.diag([1, -1]), "h": np.array([[1, 1], [1, -1]])}
    gates |= {"s": np.diag([1, 1j]), "sdg": np.diag([1, -1j])}
    gates |= {"t": np.diag([1, np.exp(0.25j * np.pi)]), "tdg": np.diag([1, np.exp(-0.25j * np.pi)])}
    total = np.eye(2)
    for name in names:
        total = gates[name] @ total
    return total
