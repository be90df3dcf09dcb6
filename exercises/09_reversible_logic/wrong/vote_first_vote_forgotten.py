# task: vote
# why: Forgets the term a of the formula.
# fails: assert_marks marks_other
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.ccx(1, 2, 3)
    circuit.cx(0, 2)
    circuit.cx(0, 1)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    return circuit
