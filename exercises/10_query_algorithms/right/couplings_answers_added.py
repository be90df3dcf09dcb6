# task: couplings
# why: Both answers are added in the output qubit, which begins in |-> by a rotation; switch k by CX from outside.
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 2, n)
    circuit.ry(-np.pi / 2, n)
    circuit.x(n + 1)
    for qubit in range(n):
        circuit.ry(np.pi / 2, qubit)
    circuit.append(oracle, list(range(n + 1)))
    circuit.cx(n + 1, k)
    circuit.append(oracle.inverse(), list(range(n + 1)))
    circuit.cx(n + 1, k)
    for qubit in reversed(range(n)):
        circuit.ry(-np.pi / 2, qubit)
        circuit.measure(qubit, qubit)
    return circuit
