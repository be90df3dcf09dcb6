# task: w_state
# why: Takes the controlled rotation apart into two rotations around a CZ.
def w_state(n):
    circuit = QuantumCircuit(n)
    circuit.x(0)
    for k in range(n - 1):
        angle = np.arccos(np.sqrt(1 / (n - k)))
        circuit.ry(-angle, k + 1)
        circuit.cz(k, k + 1)
        circuit.ry(angle, k + 1)
        circuit.cx(k + 1, k)
    return circuit
