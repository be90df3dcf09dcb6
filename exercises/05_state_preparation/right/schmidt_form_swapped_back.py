# task: schmidt_form
# why: Builds the halves in the other order and names the qubits accordingly at the end.
def schmidt_form(weights, left, right):
    a, b, m = left.num_qubits, right.num_qubits, len(weights).bit_length() - 1
    upside_down = QuantumCircuit(a + b)
    upside_down.prepare_state(weights, range(m))
    for k in range(m):
        upside_down.cx(k, a + k)
    upside_down.compose(left, range(a), inplace=True)
    upside_down.compose(right, range(a, a + b), inplace=True)
    circuit = QuantumCircuit(a + b)
    return circuit.compose(upside_down, [*range(b, a + b), *range(b)])
