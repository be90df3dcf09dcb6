# task: two_terms
# why: Gives the leftmost character to qubit 0.
# fails: assert_parameterised_family qubit_order_reversed
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    differ = [k for k in range(n) if x[k] != y[k]]
    circuit.ry(Parameter("theta"), differ[0])
    circuit.p(Parameter("phi"), differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k in range(n):
        if x[k] == "1":
            circuit.x(k)
    return circuit
