# task: more_answers
# why: Forgets the complex conjugate of the bra.
# fails: assert_distribution impossible_outcome
def more_answers(vectors):
    from scipy.linalg import null_space

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = vectors
    matrix = np.hstack([columns, null_space(columns.conj().T)])
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(matrix, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
