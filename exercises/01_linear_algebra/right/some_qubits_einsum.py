# task: some_qubits
# why: Einstein summation with the chosen axes named.


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    new = list(range(n, n + k))
    old = [n - 1 - qubit for qubit in qubits[::-1]]
    after = list(range(n))
    for place, label in zip(old, new, strict=True):
        after[place] = label
    result = np.einsum(
        np.reshape(gate, [2] * (2 * k)), new + old, np.reshape(state, [2] * n), list(range(n)), after
    )
    return result.ravel()
