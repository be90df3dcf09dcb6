# task: two_labs
# why: Gives Alice qubit 0 and Bob qubit 1.
# fails: assert_distribution impossible_outcome
def two_labs(alpha, beta):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(-2 * alpha, 0)
    circuit.measure(0, 0)
    for outcome in (0, 1):
        with circuit.if_test((circuit.clbits[0], outcome)):
            circuit.ry(-2 * beta[outcome], 1)
    circuit.measure(1, 1)
    return circuit
