# task: biased_qubit
# why: Writes the gate as a 2 x 2 matrix.


def biased_qubit(p):
    a, b = np.sqrt(1 - p), np.sqrt(p)
    circuit = QuantumCircuit(1, 1)
    circuit.unitary(np.array([[a, -b], [b, a]]), 0)
    circuit.measure(0, 0)
    return circuit
