# task: mend
# why: Asks a third question with an ancilla of its own, and has one qubit more than allowed.
# fails: assert_budget budget_exceeded
def mend(guards, errors):
    circuit = QuantumCircuit(6, 3)
    for ancilla, pair in ((3, (0, 1)), (4, (1, 2)), (5, (0, 2))):
        circuit.h(ancilla)
        for k in pair:
            getattr(circuit, "c" + guards[k].lower())(ancilla, k)
        circuit.h(ancilla)
    circuit.measure([3, 4, 5], [0, 1, 2])
    for k, value in enumerate((5, 3, 6)):
        with circuit.if_test((circuit.cregs[0], value)):
            getattr(circuit, errors[k].lower())(k)
    return circuit
