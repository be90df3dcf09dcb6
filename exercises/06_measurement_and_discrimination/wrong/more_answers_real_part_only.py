# task: more_answers
# why: Copies the vectors into a real matrix, which drops the imaginary parts.
# fails: assert_distribution wrong_distribution
def more_answers(vectors):
    columns = np.zeros((4, 2))
    columns[: len(vectors)] = np.real(vectors)
    u, _, v = np.linalg.svd(columns)
    u[:, :2] = u[:, :2] @ v
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(u, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
