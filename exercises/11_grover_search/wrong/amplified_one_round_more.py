# task: amplified
# why: One round too many.
# fails: assert_budget too_many_calls
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    qubits = list(range(n))
    circuit = QuantumCircuit(n)
    circuit.append(preparation, qubits)
    for _ in range(rounds + 1):
        circuit.append(marking, qubits)
        circuit.append(preparation.inverse(), qubits)
        circuit.x(qubits)
        if n == 1:
            circuit.z(0)
        else:
            circuit.h(n - 1)
            circuit.mcx(qubits[:-1], n - 1)
            circuit.h(n - 1)
        circuit.x(qubits)
        circuit.append(preparation, qubits)
    return circuit
