# task: all_or_one
# why: Asks for the parity of all bits, which is enough for even n only.
# fails: assert_distribution impossible_outcome
def all_or_one(n):
    circuit = QuantumCircuit(n + 1, 1)
    for k in range(n):
        circuit.cx(k, n)
    circuit.measure(n, 0)
    return circuit
