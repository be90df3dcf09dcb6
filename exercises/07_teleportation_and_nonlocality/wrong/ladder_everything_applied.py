# task: ladder
# why: Uses every delivered qubit, whether the attempt before has failed or not.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    for k in range(1, m + 1):
        circuit.cx(0, k)
        circuit.measure(k, k - 1)
    with circuit.if_test((circuit.clbits[m - 1], 1)):
        circuit.z(0)
    return circuit
