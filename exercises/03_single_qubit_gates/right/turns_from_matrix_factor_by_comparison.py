# task: turns_from_matrix
# why: Finds the three turns from the state that |0> becomes, and the factor at the end by comparing the matrices.


def turns_from_matrix(matrix):
    a, b = matrix[0, 0], matrix[1, 0]
    theta = 2 * np.arccos(min(1.0, abs(a)))
    phi = np.angle(b) - np.angle(a) if abs(a * b) > 1e-12 else 0.0
    there = QuantumCircuit(1)
    there.ry(theta, 0)
    there.rz(phi, 0)
    # What is left is diagonal: a turn about z that acts first.
    rest = Operator(there).data.conj().T @ matrix
    lam = np.angle(rest[1, 1] / rest[0, 0])
    circuit = QuantumCircuit(1)
    circuit.rz(lam, 0)
    circuit = circuit.compose(there)
    made = Operator(circuit).data
    circuit.global_phase = np.angle(np.trace(made.conj().T @ matrix))
    return circuit
