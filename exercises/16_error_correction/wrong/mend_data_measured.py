# task: mend
# why: Measures the data themselves, as one reads a classical repetition code.
# fails: assert_same_channel wrong_channel
def mend(guards, errors):
    circuit = QuantumCircuit(3, 3)
    for k, letter in enumerate(guards):
        if letter == "Y":
            circuit.sdg(k)
        if letter != "Z":
            circuit.h(k)
    circuit.measure([0, 1, 2], [0, 1, 2])
    for k, values in enumerate(((1, 6), (2, 5), (4, 3))):
        for value in values:
            with circuit.if_test((circuit.cregs[0], value)):
                circuit.x(k)
    for k, letter in enumerate(guards):
        if letter != "Z":
            circuit.h(k)
        if letter == "Y":
            circuit.s(k)
    return circuit
