# task: w_state
# why: Begins at the highest qubit and works downwards.
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(n - 1)
    for left in range(n, 1, -1):
        angle = 2 * np.arctan(np.sqrt(left - 1))
        circuit.cry(angle, left - 1, left - 2)
        circuit.cx(left - 2, left - 1)
    return circuit
