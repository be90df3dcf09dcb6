# task: exchange
# why: The textbook SWAP, whose middle CX goes against the street.
# fails: assert_budget forbidden_pair
def exchange(n, a, b):
    circuit = QuantumCircuit(n)
    circuit.cx(a, b)
    circuit.cx(b, a)
    circuit.cx(a, b)
    return circuit
