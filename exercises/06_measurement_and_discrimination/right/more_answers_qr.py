# task: more_answers
# why: Completes the columns by a QR decomposition and mends the phases that it changed.
def more_answers(vectors):
    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    q, r = np.linalg.qr(columns, mode="complete")
    q[:, :2] = q[:, :2] @ r[:2]
    circuit = QuantumCircuit(2)
    circuit.unitary(q, circuit.qubits)
    circuit.measure_all()
    return circuit
