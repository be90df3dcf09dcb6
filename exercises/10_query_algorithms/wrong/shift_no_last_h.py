# task: shift
# why: Measures inputs right after the box: they are random and say nothing.
# fails: assert_distribution impossible_outcome
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
