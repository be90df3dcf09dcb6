# task: two_terms
# why: One controlled gate there and one back for each further qubit: too many.
# fails: assert_budget budget_exceeded
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    differ = [k for k in range(n) if x[-1 - k] != y[-1 - k]]

    circuit.ry(Parameter("theta"), differ[0])
    circuit.p(Parameter("phi"), differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
        circuit.cz(differ[0], k)
        circuit.cz(differ[0], k)
    for k in range(n):
        if x[-1 - k] == "1":
            circuit.x(k)
    return circuit
