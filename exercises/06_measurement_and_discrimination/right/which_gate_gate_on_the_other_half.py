# task: which_gate
# why: Sends qubit 1 of the singlet through the gate; the preparation of the four states is run backwards.
def which_gate(unknown, gates):
    singlet = np.array([0, 1, -1, 0]) / np.sqrt(2)
    basis = np.column_stack([np.kron(gate, np.eye(2)) @ singlet for gate in gates])
    circuit = QuantumCircuit(2, 2)
    circuit.x([0, 1])
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.append(unknown, [1])
    circuit.append(UnitaryGate(basis).inverse(), [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
