# task: never_wrong
# why: Never wrong because it never answers.
# fails: assert_distribution wrong_distribution
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.x(1)
    circuit.measure([0, 1], [0, 1])
    return circuit
