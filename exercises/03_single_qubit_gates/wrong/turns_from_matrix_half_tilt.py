# task: turns_from_matrix
# why: Forgets the factor 2 in the tilt.
# fails: assert_same_unitary wrong_unitary


def turns_from_matrix(matrix):
    delta = np.angle(np.linalg.det(matrix)) / 2
    special = matrix / np.exp(1j * delta)
    gamma = np.arctan2(abs(special[1, 0]), abs(special[0, 0]))
    plus, minus = np.angle(special[1, 1]), np.angle(special[1, 0])
    circuit = QuantumCircuit(1, global_phase=delta)
    circuit.rz(plus - minus, 0)
    circuit.ry(gamma, 0)
    circuit.rz(plus + minus, 0)
    return circuit
