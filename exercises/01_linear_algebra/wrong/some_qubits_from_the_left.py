# task: some_qubits
# why: Counts the qubits from the left.
# fails: assert_same_state qubit_order_reversed


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    places = list(reversed(qubits))
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    tensor = np.array(gate) @ tensor.reshape(2**k, -1)
    return np.moveaxis(tensor.reshape([2] * n), range(k), places).reshape(-1)
