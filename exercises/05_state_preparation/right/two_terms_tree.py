# task: two_terms
# why: Fans the decision out as a tree, with CZ between Hadamard gates.
def two_terms(x, y):
    n = len(x)
    differ = [n - 1 - i for i in range(n) if x[i] != y[i]]
    circuit = QuantumCircuit(n)
    circuit.ry(Parameter("theta"), differ[0])
    circuit.p(Parameter("phi"), differ[0])
    for i in range(1, len(differ)):
        source = differ[i - 2 ** (i.bit_length() - 1)]
        circuit.h(differ[i])
        circuit.cz(source, differ[i])
        circuit.h(differ[i])
    for i in range(n):
        if x[i] == "1":
            circuit.x(n - 1 - i)
    return circuit
