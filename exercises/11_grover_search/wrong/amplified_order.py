# task: amplified
# why: Writes the operators in the order of the formula: A before its inverse.
# fails: assert_same_state wrong_amplitudes
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    qubits = list(range(n))
    circuit = QuantumCircuit(n)
    circuit.append(preparation, qubits)
    for _ in range(rounds):
        circuit.append(marking, qubits)
        circuit.append(preparation, qubits)
        circuit.x(qubits)
        if n == 1:
            circuit.z(0)
        else:
            circuit.h(n - 1)
            circuit.mcx(qubits[:-1], n - 1)
            circuit.h(n - 1)
        circuit.x(qubits)
        circuit.append(preparation.inverse(), qubits)
    return circuit
