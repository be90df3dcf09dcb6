# task: matrix_of_sequence
# why: Multiplies the matrices in the order of the circuit.
# fails: assert_implements relative_phase


def matrix_of(names):
    gates = {"x": np.array([[0, 1], [1, 0]]), "y": np.array([[0, -1j], [1j, 0]])}
    gates |= {"z": np.diag([1, -1]), "h": np.array([[1, 1], [1, -1]]) / np.sqrt(2)}
    gates |= {"s": np.diag([1, 1j]), "sdg": np.diag([1, -1j])}
    gates |= {"t": np.diag([1, np.exp(0.25j * np.pi)]), "tdg": np.diag([1, np.exp(-0.25j * np.pi)])}
    total = np.eye(2)
    for name in names:
        total = total @ gates[name]
    return total
