# task: biased_qubit
# why: Starts from 1 and rotates about the other axis.


def biased_qubit(p):
    circuit = QuantumCircuit(1)
    circuit.x(0)
    circuit.rx(2 * np.arccos(np.sqrt(p)), 0)
    circuit.measure_all()
    return circuit
