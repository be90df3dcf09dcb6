# task: more_answers
# why: Thinks of four orthogonal directions of two qubits, and runs the preparation of this basis backwards.
def more_answers(vectors):
    padded = np.zeros((4, 2), dtype=complex)
    padded[: len(vectors)] = vectors
    # column k of `basis` is the direction of outcome k; its upper half is w_k
    _, _, rows = np.linalg.svd(padded.T)
    basis = np.vstack([padded.T, rows[2:]])
    circuit = QuantumCircuit(2, 2)
    circuit.append(UnitaryGate(basis).inverse(), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
