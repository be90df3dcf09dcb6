# task: biased_qubit
# why: Prepares the state and does not measure it.
# fails: assert_implements missing_measurement


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    circuit.ry(2 * np.arcsin(np.sqrt(p)), 0)
    return circuit
