# task: biased_qubit
# why: Gives the probability p to the outcome 0.
# fails: assert_implements wrong_distribution


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arccos(np.sqrt(p)), 0)
    circuit.measure(0, 0)
    return circuit
