# task: some_qubits
# why: Multiplies from the other side: the gate is transposed.
# fails: assert_implements wrong_value


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    places = [n - 1 - qubit for qubit in reversed(qubits)]
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    tensor = np.array(gate).T @ tensor.reshape(2**k, -1)
    return np.moveaxis(tensor.reshape([2] * n), range(k), places).reshape(-1)
