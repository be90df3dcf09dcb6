# task: some_qubits
# why: Takes the first qubit of the list for the leftmost bit of the gate.
# fails: assert_same_state wrong_state


def apply_gate(state, gate, qubits):
    n, k = len(state).bit_length() - 1, len(qubits)
    places = [n - 1 - qubit for qubit in qubits]
    tensor = np.moveaxis(np.reshape(state, [2] * n), places, range(k))
    tensor = np.array(gate) @ tensor.reshape(2**k, -1)
    return np.moveaxis(tensor.reshape([2] * n), range(k), places).reshape(-1)
