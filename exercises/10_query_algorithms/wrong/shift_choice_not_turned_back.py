# task: shift
# why: Forgets the last H on the choice of the table.
# fails: assert_distribution impossible_outcome
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
