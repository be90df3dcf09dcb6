# task: heat
# why: The contact as XX + YY interaction; its extra factors -i belong to single Kraus matrices and drop out.
def heat(gamma, excited):
    circuit = QuantumCircuit(3)
    circuit.ry(2 * np.arcsin(np.sqrt(excited)), 2)
    circuit.cx(2, 1)
    angle = np.arcsin(np.sqrt(gamma))
    circuit.rxx(angle, 0, 1)
    circuit.ryy(angle, 0, 1)
    return circuit
