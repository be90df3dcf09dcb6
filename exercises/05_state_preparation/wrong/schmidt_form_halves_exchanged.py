# task: schmidt_form
# why: Puts the left half on the lower qubits.
# fails: assert_same_state qubit_order_reversed
def schmidt_form(weights, left, right):
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    circuit.prepare_state(weights, range(m))
    for k in range(m):
        circuit.cx(k, a + k)
    circuit.compose(left, range(a), inplace=True)
    circuit.compose(right, range(a, a + b), inplace=True)
    return circuit
