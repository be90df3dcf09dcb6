# task: biased_qubit
# why: Tosses the coin in Python and stores the result in the qubit.
# fails: assert_implements wrong_distribution


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    if np.random.random() < p:
        circuit.x(0)
    circuit.measure(0, 0)
    return circuit
