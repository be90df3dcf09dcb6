# task: which_gate
# why: Sends a single qubit through the gate; the second one is left out.
# fails: assert_distribution impossible_outcome
def which_gate(unknown, gates):
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.append(unknown, [0])
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
