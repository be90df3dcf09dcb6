# task: two_labs
# why: One if_test with an else.
def two_labs(alpha, beta):
    circuit = QuantumCircuit(2, 2)
    circuit.ry(-2 * alpha, 1)
    circuit.measure(1, 1)
    with circuit.if_test((circuit.clbits[1], True)) as otherwise:
        circuit.ry(-2 * beta[1], 0)
    with otherwise:
        circuit.ry(-2 * beta[0], 0)
    circuit.measure(0, 0)
    return circuit
