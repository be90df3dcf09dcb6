# task: amplified
# why: The reflection as a matrix with the opposite sign.
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    reflection = -np.eye(2**n)
    reflection[0, 0] = 1
    undo = preparation.inverse()
    circuit = QuantumCircuit(n)
    circuit.append(preparation, circuit.qubits)
    step = 0
    while step < rounds:
        circuit.append(marking, circuit.qubits)
        circuit.append(undo, circuit.qubits)
        circuit.unitary(reflection, circuit.qubits)
        circuit.append(preparation, circuit.qubits)
        step += 1
    return circuit
