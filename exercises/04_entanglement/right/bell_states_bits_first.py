# task: bell_states
# why: Writes the two bits into the qubits first and then runs one circuit for all four.
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    if z:
        circuit.x(1)
    if x:
        circuit.x(0)
    circuit.h(1)
    circuit.cx(1, 0)
    return circuit
