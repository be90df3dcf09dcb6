# task: ladder
# why: The CX has its control on the delivered qubit, while this qubit is measured: the unknown state is scrambled.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(1, 0)
    circuit.measure(1, 0)
    for k in range(2, m + 1):
        with circuit.if_test((circuit.clbits[k - 2], 1)):
            circuit.cx(k, 0)
            circuit.measure(k, k - 1)
    with circuit.if_test((circuit.clbits[m - 1], 1)):
        circuit.z(0)
    return circuit
