# task: shift
# why: Reverses the order of the coefficients.
# fails: assert_distribution impossible_outcome
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure([*reversed(range(n)), n], range(n + 1))
    return circuit
