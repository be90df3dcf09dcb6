# task: couplings
# why: Turns the sign of the switch (Z) instead of the switch (X).
# fails: assert_distribution impossible_outcome
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.z(k)
    circuit.append(oracle, range(n + 1))
    circuit.z(k)
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
