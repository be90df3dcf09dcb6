# task: below
# why: Writes the result and leaves the ladder in the ancillas.
# fails: assert_marks dirty_ancilla
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        circuit.x(n)
        return circuit
    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        negated = places[k] if c >> k & 1 else k
        circuit.x(negated)
        circuit.ccx(k, places[k], places[k + 1])
        circuit.x(negated)
        if c >> k & 1:
            circuit.x(places[k + 1])
    return circuit
