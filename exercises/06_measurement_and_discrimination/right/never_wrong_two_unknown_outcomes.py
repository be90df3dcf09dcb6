# task: never_wrong
# why: A unitary from three vectors: two that exclude one state each, and one for the rest.
def never_wrong(theta):
    c, s = np.cos(theta), np.sin(theta)
    scale = np.sqrt(1 / (2 * c**2))
    rows = np.zeros((4, 2))
    rows[0] = scale * np.array([s, c])  # never fires for the state with the minus
    rows[1] = scale * np.array([s, -c])
    rows[2] = [np.sqrt(max(1 - np.tan(theta) ** 2, 0)), 0]
    # two more orthonormal columns, by Gram and Schmidt
    columns = [rows[:, 0], rows[:, 1]]
    for candidate in np.eye(4):
        for column in columns:
            candidate = candidate - np.dot(column, candidate) * column
        if np.linalg.norm(candidate) > 1e-6 and len(columns) < 4:
            columns.append(candidate / np.linalg.norm(candidate))
    circuit = QuantumCircuit(2, 2)
    circuit.append(UnitaryGate(np.array(columns).T), [0, 1])
    circuit.measure(range(2), range(2))
    return circuit
