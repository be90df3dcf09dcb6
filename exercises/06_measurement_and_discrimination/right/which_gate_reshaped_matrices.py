# task: which_gate
# why: The state after the gate is the matrix itself, written as one column.
def which_gate(unknown, gates):
    rows = np.array([np.conj(np.transpose(gate)).reshape(4) for gate in gates]) / np.sqrt(2)
    circuit = QuantumCircuit(2)
    circuit.h(1)
    circuit.cx(1, 0)
    circuit.append(unknown, [0])
    circuit.unitary(rows, [0, 1])
    circuit.measure_all()
    return circuit
