# task: biased_qubit
# why: Sets the balance by a phase between two Hadamard gates.


def biased_qubit(p):
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.p(np.arccos(1 - 2 * p), 0)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
