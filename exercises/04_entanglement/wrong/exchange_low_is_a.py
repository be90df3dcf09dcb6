# task: exchange
# why: Takes a for the lower number, and is right only if it is.
# fails: assert_budget forbidden_pair
def exchange(n, a, b):
    circuit = QuantumCircuit(n)
    circuit.cx(a, b)
    circuit.h([a, b])
    circuit.cx(a, b)
    circuit.h([a, b])
    circuit.cx(a, b)
    return circuit
