# task: two_labs
# why: Rotates with a gate on both qubits, for which they have no channel.
# fails: assert_budget budget_exceeded
def two_labs(alpha, beta):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(-2 * alpha, 1)
    circuit.ry(-2 * beta[0], 0)
    circuit.cry(-2 * (beta[1] - beta[0]), 1, 0)
    circuit.measure([0, 1], [0, 1])
    return circuit
