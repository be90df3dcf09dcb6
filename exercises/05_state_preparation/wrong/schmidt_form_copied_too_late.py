# task: schmidt_form
# why: Copies after the right half has been turned.
# fails: assert_same_state wrong_amplitudes
def schmidt_form(weights, left, right):
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    circuit.prepare_state(weights, range(m))
    circuit.compose(right, range(b), inplace=True)
    for k in range(m):
        circuit.cx(k, b + k)
    circuit.compose(left, range(b, a + b), inplace=True)
    return circuit
