# task: mend
# why: Reads the texts as labels of Qiskit, the rightmost letter first.
# fails: assert_same_channel qubit_order_reversed
def mend(guards, errors):
    guards, errors = guards[::-1], errors[::-1]
    circuit = QuantumCircuit(5, 2)
    for ancilla, pair in ((3, (0, 1)), (4, (1, 2))):
        circuit.h(ancilla)
        for k in pair:
            getattr(circuit, "c" + guards[k].lower())(ancilla, k)
        circuit.h(ancilla)
    circuit.measure([3, 4], [0, 1])
    for k, value in enumerate((1, 3, 2)):
        with circuit.if_test((circuit.cregs[0], value)):
            getattr(circuit, errors[k].lower())(k)
    return circuit
