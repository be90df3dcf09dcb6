# task: shift
# why: One Hadamard matrix for the whole register, and an output that begins in another basis state.
def shift(oracle, n):
    from scipy.linalg import hadamard

    size = 2 ** (n + 1)
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.x(range(n + 1, 2 * n + 1))  # any value will do: it is added to all answers
    circuit.unitary(hadamard(size) / np.sqrt(size), range(n + 1))
    circuit.append(oracle, range(2 * n + 1))
    circuit.unitary(hadamard(size) / np.sqrt(size), range(n + 1))
    circuit.measure(range(n + 1), range(n + 1))
    return circuit
