# task: shift
# why: Leaves the choice of the table in |0>: one table alone knows nothing of the shift.
# fails: assert_distribution impossible_outcome
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n))
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
