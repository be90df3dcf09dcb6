# task: biased_qubit
# why: Forgets that the gate contains half of its angle.
# fails: assert_implements wrong_distribution


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    circuit.ry(np.arcsin(np.sqrt(p)), 0)
    circuit.measure(0, 0)
    return circuit
