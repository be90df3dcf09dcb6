# task: below
# why: Treats c = 2^n like the other numbers.
# fails: assert_marks marks_complement
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    ladder = QuantumCircuit(2 * n + 1)
    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        part = ladder if k < n - 1 else QuantumCircuit(2 * n + 1)
        negated = places[k] if c >> k & 1 else k
        part.x(negated)
        part.ccx(k, places[k], places[k + 1])
        part.x(negated)
        if c >> k & 1:
            part.x(places[k + 1])
    circuit.compose(ladder, inplace=True)
    circuit.compose(part, inplace=True)
    circuit.compose(ladder.inverse(), inplace=True)
    return circuit
