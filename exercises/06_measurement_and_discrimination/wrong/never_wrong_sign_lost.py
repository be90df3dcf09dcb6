# task: never_wrong
# why: Answers 1 for the state with the plus.
# fails: assert_distribution impossible_outcome
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.cry(2 * np.arccos(np.tan(theta)), 0, 1)
    circuit.x(0)
    circuit.h(0)
    circuit.x(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
