# task: couplings
# why: Counts the switches from the other end.
# fails: assert_distribution qubit_order_reversed
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.x(n - 1 - k)
    circuit.append(oracle, range(n + 1))
    circuit.x(n - 1 - k)
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
