# task: all_or_one
# why: Compares the first two qubits and no others.
# fails: assert_distribution impossible_outcome
def all_or_one(n):
    circuit = QuantumCircuit(n + 1, 1)
    circuit.cx(0, n)
    circuit.cx(1, n)
    circuit.measure(n, 0)
    return circuit
