# task: wide
# why: The library's gate without ancillas.
# fails: assert_budget not_clifford_t
def wide(k):
    circuit = QuantumCircuit(k + 1)
    circuit.mcx(list(range(k)), k)
    return circuit
