# task: vote
# why: Ignores the inverted sensors.
# fails: assert_marks marks_other
def vote(inverted):
    circuit = QuantumCircuit(4)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.ccx(1, 2, 3)
    circuit.cx(0, 3)
    circuit.cx(0, 2)
    circuit.cx(0, 1)
    return circuit
