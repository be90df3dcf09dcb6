# task: certain
# why: Gives out all numbers, equally likely.
# fails: assert_distribution impossible_outcome
def certain(oracle, n, solutions):
    circuit = QuantumCircuit(n, n)
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
