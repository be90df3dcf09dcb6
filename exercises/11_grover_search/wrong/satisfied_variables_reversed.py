# task: satisfied
# why: Counts the variables from the left.
# fails: assert_marks qubit_order_reversed
def satisfied(n, clauses):
    m = len(clauses)
    holds = QuantumCircuit(n + m)
    for k, clause in enumerate(clauses):
        positive = [n - literal for literal in clause if literal > 0]
        holds.x([*positive, n + k])
        holds.mcx([n - abs(literal) for literal in clause], n + k)
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
