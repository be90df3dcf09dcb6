# task: turns_from_matrix
# why: Takes the whole phase of the determinant as the global phase instead of half of it.
# fails: assert_same_unitary global_phase


def turns_from_matrix(matrix):
    delta = np.angle(np.linalg.det(matrix))
    special = matrix / np.exp(1j * delta / 2)
    gamma = 2 * np.arctan2(abs(special[1, 0]), abs(special[0, 0]))
    plus, minus = np.angle(special[1, 1]), np.angle(special[1, 0])
    circuit = QuantumCircuit(1, global_phase=delta)
    circuit.rz(plus - minus, 0)
    circuit.ry(gamma, 0)
    circuit.rz(plus + minus, 0)
    return circuit
