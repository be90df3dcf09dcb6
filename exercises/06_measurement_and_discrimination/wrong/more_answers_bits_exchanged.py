# task: more_answers
# why: Reads the outcome from the wrong end.
# fails: assert_distribution qubit_order_reversed
def more_answers(vectors):
    from scipy.linalg import null_space

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    matrix = np.hstack([columns, null_space(columns.conj().T)])
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(matrix, [0, 1])
    circuit.measure([0, 1], [1, 0])
    return circuit
