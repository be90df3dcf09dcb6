# task: below
# why: Takes qubit 0 for the most significant bit.
# fails: assert_marks qubit_order_reversed
def below(n, c):
    circuit = QuantumCircuit(2 * n + 1)
    if c == 2**n:
        circuit.x(n)
        return circuit
    ladder = QuantumCircuit(2 * n + 1)
    places = [2 * n, *range(n + 1, 2 * n), n]
    for k in range(n):
        part = ladder if k < n - 1 else QuantumCircuit(2 * n + 1)
        qubit = n - 1 - k
        negated = places[k] if c >> k & 1 else qubit
        part.x(negated)
        part.ccx(qubit, places[k], places[k + 1])
        part.x(negated)
        if c >> k & 1:
            part.x(places[k + 1])
    circuit.compose(ladder, inplace=True)
    circuit.compose(part, inplace=True)
    circuit.compose(ladder.inverse(), inplace=True)
    return circuit
