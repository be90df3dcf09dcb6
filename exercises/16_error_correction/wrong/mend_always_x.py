# task: mend
# why: Corrects in the turned frame by a flip, which is not the error that was named.
# fails: assert_same_channel wrong_channel
def mend(guards, errors):
    circuit = QuantumCircuit(5, 2)
    for ancilla, pair in ((3, (0, 1)), (4, (1, 2))):
        circuit.h(ancilla)
        for k in pair:
            getattr(circuit, "c" + guards[k].lower())(ancilla, k)
        circuit.h(ancilla)
    circuit.measure([3, 4], [0, 1])
    for k, value in enumerate((1, 3, 2)):
        with circuit.if_test((circuit.cregs[0], value)):
            (circuit.x if guards[k] == "Z" else circuit.z)(k)
    return circuit
