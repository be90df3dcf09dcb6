# task: real_pair
# why: Singular values by RY and CX, then a rotation or a reflection on each qubit.
def real_pair(amplitudes):
    u, sizes, v = np.linalg.svd(np.array(amplitudes, dtype=float).reshape(2, 2))
    circuit = QuantumCircuit(2)
    circuit.ry(2 * np.arctan2(sizes[1], sizes[0]), 0)
    circuit.cx(0, 1)
    for qubit, matrix in ((1, u), (0, v.T)):
        if np.linalg.det(matrix) < 0:
            circuit.z(qubit)
        circuit.ry(2 * np.arctan2(matrix[1, 0], matrix[0, 0]), qubit)
    return circuit
