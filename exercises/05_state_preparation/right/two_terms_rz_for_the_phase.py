# task: two_terms
# why: RZ instead of a phase gate: it differs by a global phase only; x is written first.
def two_terms(x, y):
    n = len(x)
    circuit = QuantumCircuit(n)
    for k in range(n):
        if x[::-1][k] == "1":
            circuit.x(k)
    differ = [k for k in range(n) if x[::-1][k] != y[::-1][k]]
    decide, others = differ[-1], differ[:-1]
    theta, phi = Parameter("theta"), Parameter("phi")
    if x[::-1][decide] == "1":
        circuit.x(decide)
    circuit.ry(theta, decide)
    circuit.rz(phi, decide)
    for k in others:
        circuit.cx(decide, k)
    if x[::-1][decide] == "1":
        circuit.x(decide)
    return circuit
