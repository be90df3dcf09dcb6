# task: amplified
# why: Builds the reflection with A twice too often.
# fails: assert_budget too_many_calls
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    qubits = list(range(n))
    flip = QuantumCircuit(n)
    flip.x(qubits)
    if n == 1:
        flip.z(0)
    else:
        flip.h(n - 1)
        flip.mcx(qubits[:-1], n - 1)
        flip.h(n - 1)
    flip.x(qubits)
    circuit = QuantumCircuit(n)
    for _ in range(rounds):
        circuit.append(preparation, qubits)
        circuit.append(marking, qubits)
        circuit.append(preparation.inverse(), qubits)
        circuit.compose(flip, inplace=True)
        circuit.append(preparation, qubits)
        circuit.append(preparation.inverse(), qubits)
    circuit.append(preparation, qubits)
    return circuit
