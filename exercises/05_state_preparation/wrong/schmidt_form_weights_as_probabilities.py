# task: schmidt_form
# why: Takes the weights as probabilities and prepares their square roots.
# fails: assert_same_state wrong_amplitudes
def schmidt_form(weights, left, right):
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    roots = np.sqrt(weights)
    circuit.prepare_state(roots / np.linalg.norm(roots), range(m))
    for k in range(m):
        circuit.cx(k, b + k)
    circuit.compose(right, range(b), inplace=True)
    circuit.compose(left, range(b, a + b), inplace=True)
    return circuit
