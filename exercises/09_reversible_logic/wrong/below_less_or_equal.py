# task: below
# why: Marks x = c as well.
# fails: assert_marks marks_too_many
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    if c >= 2**n - 1:
        circuit.x(n)
        return circuit
    c = c + 1

    def step(k, result, into):
        negated = result if c >> k & 1 else k
        circuit.x(negated)
        circuit.ccx(k, result, into)
        circuit.x(negated)
        if c >> k & 1:
            circuit.x(into)

    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        step(k, places[k], places[k + 1])
    for k in reversed(range(n - 1)):
        if c >> k & 1:
            circuit.x(places[k + 1])
        negated = places[k] if c >> k & 1 else k
        circuit.x(negated)
        circuit.ccx(k, places[k], places[k + 1])
        circuit.x(negated)
    return circuit
