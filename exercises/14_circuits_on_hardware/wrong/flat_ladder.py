# task: flat
# why: The ladder of gates, which takes one layer for each coupling.
# fails: assert_budget budget_exceeded
def flat(n):
    size = 2 * n - 1
    circuit = QuantumCircuit(size)
    circuit.h(0)
    for q in range(size - 1):
        circuit.cx(q, q + 1)
    for q in range(1, size, 2):
        circuit.cx(q - 1, q)
    return circuit
