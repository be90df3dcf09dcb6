# task: vote
# why: Compares the other votes with qubit 2 instead of qubit 0, and controls on 0 in the place of X gates around everything.
def vote(inverted):
    circuit = QuantumCircuit(4)
    a, b, c = inverted
    circuit.cx(2, 0)
    circuit.cx(2, 1)
    if a != c:
        circuit.x(0)
    if b != c:
        circuit.x(1)
    circuit.ccx(0, 1, 3)
    if b != c:
        circuit.x(1)
    if a != c:
        circuit.x(0)
    circuit.cx(2, 1)
    circuit.cx(2, 0)
    circuit.cx(2, 3)
    if c:
        circuit.x(3)
    return circuit
