# task: schmidt_form
# why: Prepares the weights in both halves separately: a product state.
# fails: assert_same_state wrong_amplitudes
def schmidt_form(weights, left, right):
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    circuit.prepare_state(np.sqrt(weights) / np.linalg.norm(np.sqrt(weights)), range(m))
    circuit.prepare_state(np.sqrt(weights) / np.linalg.norm(np.sqrt(weights)), range(b, b + m))
    circuit.compose(right, range(b), inplace=True)
    circuit.compose(left, range(b, a + b), inplace=True)
    return circuit
