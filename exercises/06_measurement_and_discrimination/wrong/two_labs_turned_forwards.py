# task: two_labs
# why: Prepares the basis instead of undoing it.
# fails: assert_distribution impossible_outcome
def two_labs(alpha, beta):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(2 * alpha, 1)
    circuit.measure(1, 1)
    for outcome in (0, 1):
        with circuit.if_test((circuit.clbits[1], outcome)):
            circuit.ry(2 * beta[outcome], 0)
    circuit.measure(0, 0)
    return circuit
