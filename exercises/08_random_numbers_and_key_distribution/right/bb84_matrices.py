# task: bb84
# why: Gives the change of basis as a matrix whose columns are the two states.
_columns = {
    "Z": np.eye(2),
    "X": np.array([[1, 1], [1, -1]]) / np.sqrt(2),
    "Y": np.array([[1, 1], [1j, -1j]]) / np.sqrt(2),
}


def alice(bits, bases):
    circuit = QuantumCircuit(len(bits))
    for k in range(len(bits)):
        if bits[k] == 1:
            circuit.x(k)
        circuit.unitary(_columns[bases[k]], [k])
    return circuit


def bob(bases):
    circuit = QuantumCircuit(len(bases), len(bases))
    for k in range(len(bases)):
        circuit.unitary(_columns[bases[k]].conj().T, [k])
        circuit.measure(k, k)
    return circuit
