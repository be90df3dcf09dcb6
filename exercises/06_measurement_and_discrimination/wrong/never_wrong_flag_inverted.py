# task: never_wrong
# why: Lets 1 mean "I am sure".
# fails: assert_distribution wrong_distribution
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.cry(2 * np.arccos(np.tan(theta)), 0, 1)
    circuit.x([0, 1])
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
