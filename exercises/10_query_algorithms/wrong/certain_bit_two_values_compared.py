# task: certain_bit
# why: The classical way: asks twice and compares the first and the last value.
# fails: assert_budget too_many_calls
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 1, 1)
    circuit.append(oracle, range(n + 1))
    circuit.x(range(n))
    circuit.append(oracle, range(n + 1))
    circuit.measure(n, 0)
    return circuit
