# task: some_qubits
# why: The full matrix, but sparse: permutes the qubits to the front and back.

from scipy import sparse


def apply_gate(state, gate, qubits):
    size = len(state)
    n, k = size.bit_length() - 1, len(qubits)
    order = list(qubits) + [q for q in range(n) if q not in qubits]
    old = np.arange(size)
    new = sum(((old >> qubit) & 1) << place for place, qubit in enumerate(order))
    shuffle = sparse.csr_matrix((np.ones(size), (new, old)), shape=(size, size))
    small = sparse.kron(sparse.identity(2 ** (n - k)), np.array(gate))
    return shuffle.T @ (small @ (shuffle @ np.array(state)))
