# task: never_wrong
# why: Forgets the factor 2 in the angle of the rotation.
# fails: assert_distribution impossible_outcome
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.x(0)
    circuit.cry(np.arccos(np.tan(theta)), 0, 1)
    circuit.x(0)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
