# task: two_terms
# why: Hands the decision on from one differing qubit to the next; integers instead of strings.
def two_terms(x, y):
    start, difference = int(x, 2), int(x, 2) ^ int(y, 2)
    places = [k for k in range(len(x)) if difference >> k & 1]
    circuit = QuantumCircuit(len(x))
    circuit.u(Parameter("theta"), Parameter("phi"), 0, places[0])
    for i in range(1, len(places)):
        circuit.cx(places[i - 1], places[i])
    for k in range(len(x)):
        if start >> k & 1:
            circuit.x(k)
    return circuit
