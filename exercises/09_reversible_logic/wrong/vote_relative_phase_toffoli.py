# task: vote
# why: Takes the cheaper Toffoli with its extra phases.
# fails: assert_marks oracle_phase
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    circuit.cx(0, 1)
    circuit.cx(0, 2)
    circuit.rccx(1, 2, 3)
    circuit.cx(0, 3)
    circuit.cx(0, 2)
    circuit.cx(0, 1)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    return circuit
