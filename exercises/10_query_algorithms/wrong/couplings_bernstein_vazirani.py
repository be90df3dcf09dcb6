# task: couplings
# why: One call, as for a linear function: the products spoil the interference.
# fails: assert_distribution impossible_outcome
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
