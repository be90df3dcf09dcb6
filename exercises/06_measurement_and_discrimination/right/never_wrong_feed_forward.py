# task: never_wrong
# why: The ancilla is measured in the middle; only a sure qubit is asked for its sign.
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    gamma = 2 * np.arcsin(np.sqrt(1 - np.tan(theta) ** 2))
    circuit.ry(gamma / 2, 1)
    circuit.cx(0, 1)
    circuit.ry(gamma / 2, 1)
    circuit.cx(0, 1)
    # control 0: turned by gamma; control 1: the two halves cancel
    circuit.measure(1, 1)
    with circuit.if_test((circuit.clbits[1], 0)):
        circuit.h(0)
        circuit.measure(0, 0)
    return circuit
