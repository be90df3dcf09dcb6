# task: ladder
# why: Begins with the largest angle.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(0, m)
    circuit.measure(m, 0)
    for k in range(2, m + 1):
        with circuit.if_test((circuit.clbits[k - 2], 1)):
            circuit.cx(0, m + 1 - k)
            circuit.measure(m + 1 - k, k - 1)
    with circuit.if_test((circuit.clbits[m - 1], 1)):
        circuit.z(0)
    return circuit
