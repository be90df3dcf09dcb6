# task: some_qubits
# why: Builds I ⊗ G ⊗ I as if the qubits were neighbours in order.
# fails: assert_same_state qubits_permuted


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    low = min(qubits)
    return np.kron(np.kron(np.eye(2 ** (n - low - k)), gate), np.eye(2**low)) @ state
