# task: more_answers
# why: Completes the columns by Gram and Schmidt.
def more_answers(vectors):
    columns = [np.zeros(4, dtype=complex), np.zeros(4, dtype=complex)]
    for k, vector in enumerate(vectors):
        columns[0][k], columns[1][k] = np.conj(vector)
    for k in range(4):
        candidate = np.eye(4, dtype=complex)[k]
        for column in columns:
            candidate = candidate - np.vdot(column, candidate) * column
        size = np.linalg.norm(candidate)
        if size > 1e-4 and len(columns) < 4:
            columns.append(candidate / size)
    circuit = QuantumCircuit(2, 2)
    circuit.append(UnitaryGate(np.array(columns).T), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
