# task: mend
# why: Measures nothing: Toffoli gates in the turned frame do the correction, and the error letter is a sign question.
def mend(guards, errors):
    circuit = QuantumCircuit(5)
    turns = QuantumCircuit(3)
    for k, letter in enumerate(guards):
        if letter == "X":
            turns.h(k)
        elif letter == "Y":
            turns.sx(k)
    circuit.compose(turns, [0, 1, 2], inplace=True)
    circuit.cx(0, 3)
    circuit.cx(1, 3)
    circuit.cx(1, 4)
    circuit.cx(2, 4)
    circuit.compose(turns.inverse(), [0, 1, 2], inplace=True)
    for k, low, high in ((0, 1, 0), (1, 1, 1), (2, 0, 1)):
        if not low:
            circuit.x(3)
        if not high:
            circuit.x(4)
        if errors[k] == "Z":
            circuit.h(k)
        elif errors[k] == "Y":
            circuit.sdg(k)
        circuit.ccx(3, 4, k)
        if errors[k] == "Z":
            circuit.h(k)
        elif errors[k] == "Y":
            circuit.s(k)
        if not low:
            circuit.x(3)
        if not high:
            circuit.x(4)
    return circuit
