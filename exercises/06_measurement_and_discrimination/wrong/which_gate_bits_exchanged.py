# task: which_gate
# why: Measures the answer into the bits in the wrong order.
# fails: assert_distribution qubit_order_reversed
def which_gate(unknown, gates):
    bell = np.array([1, 0, 0, 1]) / np.sqrt(2)
    columns = np.array([np.kron(np.eye(2), gate) @ bell for gate in gates]).T
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.append(unknown, [0])
    circuit.unitary(columns.conj().T, [0, 1])
    circuit.measure([0, 1], [1, 0])
    return circuit
