# task: ladder
# why: Right for m = 1: after one failure it applies Z instead of going on.
# fails: assert_same_channel wrong_channel
def ladder(m):
    circuit = QuantumCircuit(m + 1, m)
    circuit.cx(0, 1)
    circuit.measure(1, 0)
    with circuit.if_test((circuit.clbits[0], 1)):
        circuit.z(0)
    return circuit
