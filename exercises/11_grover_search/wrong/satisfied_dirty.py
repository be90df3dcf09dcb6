# task: satisfied
# why: Forgets to undo the ancillas.
# fails: assert_marks dirty_ancilla
def satisfied(n, clauses):
    m = len(clauses)
    holds = QuantumCircuit(n + m)
    for k, clause in enumerate(clauses):
        positive = [literal - 1 for literal in clause if literal > 0]
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
    return circuit
