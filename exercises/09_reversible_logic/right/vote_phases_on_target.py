# task: vote
# why: The majority as b + (a+b)(b+c), written as phases between H on the target.
def vote(inverted):
    a, b, c = (int(value) for value in inverted)
    circuit = QuantumCircuit(4)
    for k, value in enumerate((a, b, c)):
        if value:
            circuit.x(k)
    circuit.h(3)
    circuit.cz(1, 3)
    circuit.cx(1, 0)
    circuit.cx(1, 2)
    circuit.ccz(0, 2, 3)
    circuit.cx(1, 2)
    circuit.cx(1, 0)
    circuit.h(3)
    for k, value in enumerate((a, b, c)):
        if value:
            circuit.x(k)
    return circuit
