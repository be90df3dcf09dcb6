# task: biased_qubit
# why: Gives Qiskit the amplitudes and lets it find the gates.


def biased_qubit(p):
    circuit = QuantumCircuit(1)
    circuit.initialize([np.sqrt(1 - p), np.sqrt(p)], 0)
    circuit.measure_all()
    return circuit
