# task: satisfied
# why: Treats every literal as positive.
# fails: assert_marks marks_other
def satisfied(n, clauses):
    m = len(clauses)
    holds = QuantumCircuit(n + m)
    for k, clause in enumerate(clauses):
        positive = [abs(literal) - 1 for literal in clause]
        holds.x([*positive, n + k])
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
