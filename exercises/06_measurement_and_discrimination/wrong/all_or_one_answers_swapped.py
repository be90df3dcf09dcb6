# task: all_or_one
# why: Forgets the X on the ancilla: 1 stands for GHZ.
# fails: assert_distribution impossible_outcome
def all_or_one(n):
    others = list(range(1, n))
    circuit = QuantumCircuit(n + 1, 1)
    for k in others:
        circuit.cx(0, k)
    circuit.x(others)
    circuit.mcx(others, n)
    circuit.x(others)
    circuit.measure(n, 0)
    for k in others:
        circuit.cx(0, k)
    return circuit
