# task: turns_from_matrix
# why: Right matrix, but packed into a gate that is not among the two allowed ones.
# fails: assert_budget forbidden_gate


def turns_from_matrix(matrix):
    circuit = QuantumCircuit(1)
    delta = np.angle(np.linalg.det(matrix)) / 2
    special = matrix / np.exp(1j * delta)
    gamma = 2 * np.arctan2(abs(special[1, 0]), abs(special[0, 0]))
    plus, minus = np.angle(special[1, 1]), np.angle(special[1, 0])
    circuit.u(gamma, plus + minus, plus - minus, 0)
    circuit.global_phase = delta - plus
    return circuit
