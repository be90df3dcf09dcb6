# task: two_terms
# why: Starts at y and turns towards x: the angles become π - theta and -phi.
def two_terms(x, y):
    theta, phi = Parameter("theta"), Parameter("phi")
    one, other = x[::-1], y[::-1]
    circuit = QuantumCircuit(len(x))
    differ = [k for k, bit in enumerate(one) if bit != other[k]]
    circuit.ry(np.pi - theta, differ[0])
    circuit.p(-phi, differ[0])
    for k in differ[1:]:
        circuit.cx(differ[0], k)
    for k, bit in enumerate(other):
        if bit == "1":
            circuit.x(k)
    return circuit
