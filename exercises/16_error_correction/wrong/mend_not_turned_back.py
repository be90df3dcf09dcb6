# task: mend
# why: Leaves the data in the turned frame.
# fails: assert_same_channel wrong_channel
def mend(guards, errors):
    circuit = QuantumCircuit(5, 2)
    for k, letter in enumerate(guards):
        if letter == "Y":
            circuit.sdg(k)
        if letter != "Z":
            circuit.h(k)
    for data, ancilla in ((0, 3), (1, 3), (1, 4), (2, 4)):
        circuit.cx(data, ancilla)
    circuit.measure([3, 4], [0, 1])
    for k, value in enumerate((1, 3, 2)):
        with circuit.if_test((circuit.cregs[0], value)):
            circuit.x(k)
    return circuit
