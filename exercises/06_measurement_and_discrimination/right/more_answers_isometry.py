# task: more_answers
# why: Lets the library find a circuit for the isometry.
def more_answers(vectors):
    from qiskit.circuit.library import Isometry

    columns = np.zeros((4, 2), dtype=complex)
    columns[: len(vectors)] = np.conj(vectors)
    circuit = QuantumCircuit(2, 2)
    circuit.append(Isometry(columns, 0, 0), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
