# task: never_wrong
# why: Prepares what the two states should become and completes the isometry; the guess sits in a third qubit.
def never_wrong(theta):
    from scipy.linalg import null_space

    before = np.array([[np.cos(theta), np.cos(theta)], [np.sin(theta), -np.sin(theta)]])
    overlap = np.cos(2 * theta)
    after = np.zeros((8, 2))
    after[0, 0] = after[4, 1] = np.sqrt(1 - overlap)
    after[2] = np.sqrt(overlap)
    columns = after @ np.linalg.inv(before)
    circuit = QuantumCircuit(3, 2)
    circuit.unitary(np.hstack([columns, null_space(columns.T)]), [0, 1, 2])
    circuit.measure([2, 1], [0, 1])
    return circuit
