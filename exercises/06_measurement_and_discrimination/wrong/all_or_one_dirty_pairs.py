# task: all_or_one
# why: Leaves the ancillas with the pairs as they are: they know where the 1 is.
# fails: assert_distribution impossible_outcome
def all_or_one(n):
    pairs = list(range(n, 2 * n - 1))
    flag = 2 * n - 1
    circuit = QuantumCircuit(2 * n, 1)
    for k, ancilla in enumerate(pairs):
        circuit.cx(k, ancilla)
        circuit.cx(k + 1, ancilla)
    circuit.x([*pairs, flag])
    circuit.mcx(pairs, flag)
    circuit.measure(flag, 0)
    return circuit
