# task: couplings
# why: Writes switch 0 into the highest bit.
# fails: assert_distribution qubit_order_reversed
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.h(range(n))
    circuit.measure(range(n), list(reversed(range(n))))
    return circuit
