# task: some_qubits
# why: Normalises the result, as if every gate were unitary and every state of norm 1.
# fails: assert_implements wrong_value


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    places = [n - 1 - qubit for qubit in reversed(qubits)]
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    tensor = np.array(gate) @ tensor.reshape(2**k, -1)
    result = np.moveaxis(tensor.reshape([2] * n), range(k), places).reshape(-1)
    return result / np.linalg.norm(result)
