# task: all_or_one
# why: A controlled reflection at the GHZ state, as a matrix, between two Hadamard gates.
def all_or_one(n):
    ghz = np.zeros(2**n)
    ghz[[0, -1]] = np.sqrt(0.5)
    reflection = UnitaryGate(2 * np.outer(ghz, ghz) - np.eye(2**n))
    circuit = QuantumCircuit(n + 1, 1)
    circuit.h(n)
    circuit.append(reflection.control(), [n, *range(n)])
    circuit.h(n)
    circuit.measure(n, 0)
    return circuit
