# task: bell_states
# why: Builds each of the four states in a way of its own; the control is qubit 0.
def bell_state(x, z):
    circuit = QuantumCircuit(2)
    circuit.ry(np.pi / 2 if z == 0 else -np.pi / 2, 0)
    if x == 0:
        circuit.cx(0, 1)
    else:
        circuit.cx(0, 1, ctrl_state=0)
    return circuit
