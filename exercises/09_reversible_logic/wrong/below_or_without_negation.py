# task: below
# why: Takes the sum modulo 2 for the or.
# fails: assert_marks misses_input
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        circuit.x(n)
        return circuit
    ladder = QuantumCircuit(2 * n + 1)
    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        part = ladder if k < n - 1 else QuantumCircuit(2 * n + 1)
        part.x(k)
        if c >> k & 1:
            part.cx(k, places[k + 1])
            part.cx(places[k], places[k + 1])
        else:
            part.ccx(k, places[k], places[k + 1])
        part.x(k)
    circuit.compose(ladder, inplace=True)
    circuit.compose(part, inplace=True)
    circuit.compose(ladder.inverse(), inplace=True)
    return circuit
