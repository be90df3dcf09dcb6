# task: mend
# why: Uses a single ancilla, as control of the guards, and resets it between the two questions.
def mend(guards, errors):
    circuit = QuantumCircuit(4, 2)
    for question, (first, second) in enumerate(((0, 1), (1, 2))):
        circuit.reset(3)
        circuit.h(3)
        for k in (first, second):
            getattr(circuit, "c" + guards[k].lower())(3, k)
        circuit.h(3)
        circuit.measure(3, question)
    low, high = circuit.clbits
    with circuit.if_test((low, 1)) as otherwise:
        with circuit.if_test((high, 1)) as only_low:
            getattr(circuit, errors[1].lower())(1)
        with only_low:
            getattr(circuit, errors[0].lower())(0)
    with otherwise, circuit.if_test((high, 1)):
        getattr(circuit, errors[2].lower())(2)
    return circuit
