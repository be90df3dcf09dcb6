# task: two_terms
# why: Applies the phase once for each qubit that differs.
# fails: assert_parameterised_family wrong_angle
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    differ = [k for k in range(n) if x[-1 - k] != y[-1 - k]]

    phi = Parameter("phi")
    circuit.ry(Parameter("theta"), differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k in differ:
        circuit.p(phi, k)
    for k in range(n):
        if x[-1 - k] == "1":
            circuit.x(k)
    return circuit
