# task: two_terms
# why: Builds the circuit for one pair of angles.
# fails: assert_parameterised_family wrong_parameters
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    differ = [k for k in range(n) if x[-1 - k] != y[-1 - k]]

    theta, phi = 0.5, 0.3
    circuit.ry(theta, differ[0])
    circuit.p(phi, differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k in range(n):
        if x[-1 - k] == "1":
            circuit.x(k)
    return circuit
