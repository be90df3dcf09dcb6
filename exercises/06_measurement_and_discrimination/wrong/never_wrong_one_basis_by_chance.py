# task: never_wrong
# why: Excludes one of the two states, chosen by a coin: never wrong, but silent too often.
# fails: assert_distribution wrong_distribution
def never_wrong(theta):
    circuit = QuantumCircuit(3, 2)
    circuit.h(2)
    circuit.ry(-2 * theta, 0)
    circuit.cry(4 * theta, 2, 0)
    # coin 0: qubit 0 is |0> for the state with the plus; coin 1: for the one with the minus
    circuit.x(0)
    circuit.cx(0, 1)
    circuit.x(0)
    circuit.x(2)
    circuit.measure([2, 1], [0, 1])
    return circuit
