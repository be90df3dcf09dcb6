# task: waves
# why: The transform of a single qubit on each: that of Simon's algorithm.
# fails: assert_same_unitary relative_phase
def waves(n, order):
    circuit = QuantumCircuit(n)
    circuit.h(range(n))
    return circuit
