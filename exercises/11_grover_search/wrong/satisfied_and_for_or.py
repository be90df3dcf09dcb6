# task: satisfied
# why: Takes the AND of the literals.
# fails: assert_marks misses_input
def satisfied(n, clauses):
    m = len(clauses)
    holds = QuantumCircuit(n + m)
    for k, clause in enumerate(clauses):
        positive = [literal - 1 for literal in clause if literal < 0]
        if positive:
            holds.x(positive)
        holds.mcx([abs(literal) - 1 for literal in clause], n + k)
        if positive:
            holds.x(positive)
    circuit = holds.copy()
    if m == 1:
        circuit.z(n)
    else:
        circuit.h(n + m - 1)
        circuit.mcx(list(range(n, n + m - 1)), n + m - 1)
        circuit.h(n + m - 1)
    circuit.compose(holds.inverse(), inplace=True)
    return circuit
