# task: more_answers
# why: The circuit for the trine, whatever the vectors are.
# fails: assert_distribution impossible_outcome
def more_answers(vectors):
    from scipy.linalg import null_space

    columns = np.zeros((4, 2))
    for k in range(3):
        columns[k] = np.sqrt(2 / 3) * np.cos(k * np.pi / 3), np.sqrt(2 / 3) * np.sin(k * np.pi / 3)
    circuit = QuantumCircuit(2, 2)
    circuit.unitary(np.hstack([columns, null_space(columns.T)]), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
