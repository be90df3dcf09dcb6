# task: ladder
# why: Climbs the ladder and forgets that the last attempt can fail too.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(0, 1)
    circuit.measure(1, 0)
    for k in range(2, m + 1):
        with circuit.if_test((circuit.clbits[k - 2], 1)):
            circuit.cx(0, k)
            circuit.measure(k, k - 1)
    return circuit
