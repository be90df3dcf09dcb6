# task: two_labs
# why: Bob always uses the first basis.
# fails: assert_distribution impossible_outcome
def two_labs(alpha, beta):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(-2 * alpha, 1)
    circuit.ry(-2 * beta[0], 0)
    circuit.measure([0, 1], [0, 1])
    return circuit
