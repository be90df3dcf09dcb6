# task: exchange
# why: Turns the first and the last CX around instead of the one in the middle.
def exchange(n, a, b):
    low, high = sorted((a, b))
    circuit = QuantumCircuit(n)
    for turned in (True, False, True):
        if turned:
            circuit.h([low, high])
        circuit.cx(low, high)
        if turned:
            circuit.h([low, high])
    return circuit
