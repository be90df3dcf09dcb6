# task: some_qubits
# why: Applies the gate and leaves the axes where they were moved.
# fails: assert_same_state qubits_permuted


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    places = [n - 1 - qubit for qubit in reversed(qubits)]
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    return (np.array(gate) @ tensor.reshape(2**k, -1)).reshape(-1)
