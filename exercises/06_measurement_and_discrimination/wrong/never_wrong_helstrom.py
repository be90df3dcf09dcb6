# task: never_wrong
# why: The best guess, which always answers and is wrong now and then.
# fails: assert_distribution impossible_outcome
def never_wrong(theta):
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
