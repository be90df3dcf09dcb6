# task: biased_qubit
# why: Takes p for an amplitude.
# fails: assert_implements wrong_distribution


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arcsin(p), 0)
    circuit.measure(0, 0)
    return circuit
