# task: spread
# why: Undoes and repeats a gate: right, but beyond the budget.
# fails: assert_budget budget_exceeded
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    heads = [b * length for b in range(blocks)]
    for head in heads[1:]:
        circuit.swap(0, head)
        circuit.cx(head, 0)
    circuit.h(heads)
    for head in heads:
        for i in range(1, length):
            circuit.swap(head, head + i)
            circuit.cx(head + i, head)
    return circuit
