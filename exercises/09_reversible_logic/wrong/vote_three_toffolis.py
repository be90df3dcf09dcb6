# task: vote
# why: All three products: right, and too expensive.
# fails: assert_budget budget_exceeded
def vote(inverted):
    circuit = QuantumCircuit(4)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    circuit.ccx(0, 1, 3)
    circuit.ccx(1, 2, 3)
    circuit.ccx(2, 0, 3)
    for k in range(3):
        if inverted[k]:
            circuit.x(k)
    return circuit
