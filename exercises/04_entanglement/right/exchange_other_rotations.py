# task: exchange
# why: Changes the basis by quarter turns about y, with a Z where a Hadamard gate would have one.
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)
    circuit.cx(low, high)
    for qubit in (low, high):
        circuit.z(qubit)
        circuit.ry(np.pi / 2, qubit)
    circuit.cx(low, high)
    for qubit in (low, high):
        circuit.ry(-np.pi / 2, qubit)
        circuit.z(qubit)
    circuit.cx(low, high)
    return circuit
