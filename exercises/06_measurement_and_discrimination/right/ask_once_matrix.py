# task: ask_once
# why: The whole dilation as one matrix: the ancilla keeps 0 with P+ and flips with P-.
def pauli_question(label):
    n = len(label)
    sigma = Pauli(label).to_matrix()
    plus, minus = (np.eye(2**n) + sigma) / 2, (np.eye(2**n) - sigma) / 2
    circuit = QuantumCircuit(n + 1, 1)
    circuit.unitary(np.kron(np.eye(2), plus) + np.kron([[0, 1], [1, 0]], minus), range(n + 1))
    circuit.measure(n, 0)
    return circuit
