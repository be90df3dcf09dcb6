# task: which_gate
# why: Sends both qubits through the gate.
# fails: assert_budget too_many_calls
def which_gate(unknown, gates):
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.append(unknown, [0])
    circuit.append(unknown, [1])
    circuit.measure([0, 1], [0, 1])
    return circuit
