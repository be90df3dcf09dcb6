# task: vote
# why: Writes vote 1 to the target first, and corrects it where both others differ from it.
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    circuit.cx(1, 3)
    circuit.cx(1, 2)  # now qubit 2 says whether vote 2 differs from vote 1
    circuit.cx(1, 0)  # and qubit 0 whether vote 0 differs from vote 1
    circuit.ccx(0, 2, 3)
    circuit.cx(1, 0)
    circuit.cx(1, 2)
    for k in (2, 1, 0):
        if inverted[k]:
            circuit.x(k)
    return circuit
