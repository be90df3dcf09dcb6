# task: vote
# why: Flips the target for an odd number of votes.
# fails: assert_marks marks_other
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        circuit.cx(k, 3)
    if sum(inverted) % 2:
        circuit.x(3)
    return circuit
