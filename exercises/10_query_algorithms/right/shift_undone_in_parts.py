# task: shift
# why: Quarter turns, the right-hand side first, and the box used backwards.
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.ry(np.pi / 2, range(n + 1))
    circuit.append(oracle.inverse(), range(2 * n + 1))
    circuit.ry(-np.pi / 2, n)
    circuit.measure(n, n)
    for qubit in reversed(range(n)):
        circuit.ry(-np.pi / 2, qubit)
        circuit.measure(qubit, qubit)
    return circuit
