# task: vote
# why: Negates the inverted votes and does not undo it.
# fails: assert_marks not_an_oracle
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.ccx(1, 2, 3)
    circuit.cx(0, 3)
    circuit.cx(0, 2)
    circuit.cx(0, 1)
    return circuit
