# task: shift
# why: Writes the right-hand side into bit 0.
# fails: assert_distribution qubit_order_reversed
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure([n, *range(n)], range(n + 1))
    return circuit
