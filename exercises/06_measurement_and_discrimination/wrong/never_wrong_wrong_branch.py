# task: never_wrong
# why: Takes amplitude away where the qubit is 1.
# fails: assert_distribution impossible_outcome
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.cry(2 * np.arccos(np.tan(theta)), 0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
