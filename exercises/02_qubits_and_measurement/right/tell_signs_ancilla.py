# task: tell_signs
# why: Reads the sign out through a second qubit.


def tell_signs(preparation):
    circuit = QuantumCircuit(2, 1)
    circuit.compose(preparation, qubits=[0], inplace=True)
    circuit.h(1)
    circuit.cx(1, 0)
    circuit.h(1)
    circuit.measure(1, 0)
    return circuit
