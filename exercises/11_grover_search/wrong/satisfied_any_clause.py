# task: satisfied
# why: Gives a phase for each clause: the product of the signs is a parity.
# fails: assert_marks marks_too_many
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
        circuit.z(range(n, n + m))
    circuit.compose(holds.inverse(), inplace=True)
    return circuit
