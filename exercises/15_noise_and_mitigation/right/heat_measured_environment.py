# task: heat
# why: Makes the mixture by measuring the environment before the contact; two qubits.
def heat(gamma, excited):
    circuit = QuantumCircuit(2, 1)
    circuit.ry(2 * np.arccos(np.sqrt(1 - excited)), 1)
    circuit.measure(1, 0)
    circuit.cx(0, 1)
    circuit.cry(2 * np.arcsin(np.sqrt(gamma)), 1, 0)
    circuit.cx(0, 1)
    return circuit
