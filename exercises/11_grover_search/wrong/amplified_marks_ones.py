# task: amplified
# why: Reflects about |1...1>: the X are missing.
# fails: assert_same_state qubit_order_reversed
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    qubits = list(range(n))
    circuit = QuantumCircuit(n)
    circuit.append(preparation, qubits)
    for _ in range(rounds):
        circuit.append(marking, qubits)
        circuit.append(preparation.inverse(), qubits)
        if n == 1:
            circuit.z(0)
        else:
            circuit.h(n - 1)
            circuit.mcx(qubits[:-1], n - 1)
            circuit.h(n - 1)
        circuit.append(preparation, qubits)
    return circuit
