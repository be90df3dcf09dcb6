# task: which_gate
# why: Computes the states for a gate on qubit 1 and uses it on qubit 0.
# fails: assert_distribution impossible_outcome
def which_gate(unknown, gates):
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    columns = np.array([np.kron(gate, np.eye(2)) @ bell for gate in gates]).T
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.append(unknown, [0])
    circuit.unitary(columns.conj().T, [0, 1])
    circuit.measure([0, 1], [0, 1])
    return circuit
