# task: more_answers
# why: Lets qubit 1 hold the state and qubit 0 be the ancilla.
# fails: assert_distribution impossible_outcome
def more_answers(vectors):
    from scipy.linalg import null_space

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    matrix = np.hstack([columns, null_space(columns.conj().T)])
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(matrix, [1, 0])
    circuit.measure([1, 0], [0, 1])
    return circuit
