# task: turns_from_matrix
# why: Prepares the right state from |0> and forgets the turn that acts first, so |1> gets a wrong phase.
# fails: assert_same_unitary relative_phase


def turns_from_matrix(matrix):
    a, b = matrix[0, 0], matrix[1, 0]
    theta = 2 * np.arctan2(abs(b), abs(a))
    phi = np.angle(b) - np.angle(a) if abs(a * b) > 1e-12 else 0.0
    circuit = QuantumCircuit(1, global_phase=np.angle(a) + phi / 2)
    circuit.ry(theta, 0)
    circuit.rz(phi, 0)
    return circuit
