# task: shift
# why: Asks both tables one after the other.
# fails: assert_budget too_many_calls
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.x(n)
    circuit.append(oracle, range(2 * n + 1))
    circuit.h(range(n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
