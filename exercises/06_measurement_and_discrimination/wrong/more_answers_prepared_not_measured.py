# task: more_answers
# why: Uses the unitary that prepares the directions instead of its inverse.
# fails: assert_distribution wrong_distribution
def more_answers(vectors):
    from scipy.linalg import null_space

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    matrix = np.hstack([columns, null_space(columns.conj().T)])
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(matrix.conj().T, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
