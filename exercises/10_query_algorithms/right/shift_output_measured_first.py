# task: shift
# why: The output register is reset first, which leaves a pair of inputs; then the rest.
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    for qubit in range(n + 1):
        circuit.h(qubit)
    circuit.append(oracle, circuit.qubits)
    for qubit in range(n + 1, 2 * n + 1):
        circuit.reset(qubit)
    for qubit in range(n + 1):
        circuit.h(qubit)
        circuit.measure(qubit, qubit)
    return circuit
