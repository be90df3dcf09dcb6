# task: amplified
# why: The reflection by kickback on an ancilla in |->.
def amplified(preparation, marking, rounds):
    n = preparation.num_qubits
    register = range(n)
    circuit = QuantumCircuit(n + 1)
    circuit.x(n)
    circuit.h(n)
    circuit.append(preparation, register)
    for _ in range(rounds):
        circuit.append(marking, register)
        circuit.append(preparation.inverse(), register)
        circuit.mcx(list(register), n, ctrl_state=0)
        circuit.append(preparation, register)
    circuit.h(n)
    circuit.x(n)
    return circuit
