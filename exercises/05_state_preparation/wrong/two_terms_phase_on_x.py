# task: two_terms
# why: The phase comes after the X gates, so it sits on the wrong branch where x has a 1.
# fails: assert_parameterised_family wrong_angle
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    differ = [k for k in range(n) if x[-1 - k] != y[-1 - k]]

    circuit.ry(Parameter("theta"), differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k in range(n):
        if x[-1 - k] == "1":
            circuit.x(k)
    circuit.p(Parameter("phi"), differ[0])
    return circuit
