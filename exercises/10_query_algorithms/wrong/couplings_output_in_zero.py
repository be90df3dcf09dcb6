# task: couplings
# why: Leaves the output qubit in |0>: there is no phase.
# fails: assert_distribution impossible_outcome
def couplings(oracle, n, k):
    circuit = QuantumCircuit(n + 1, n)
    circuit.h(range(n))
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.append(oracle, range(n + 1))
    circuit.x(k)
    circuit.h(range(n))
    circuit.measure(range(n), range(n))
    return circuit
