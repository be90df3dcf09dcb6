# task: schmidt_form
# why: Puts the two halves side by side with tensor() and composes the weights before them.
def schmidt_form(weights, left, right):
    b = right.num_qubits
    m = (len(weights) - 1).bit_length()
    beginning = QuantumCircuit(left.num_qubits + b)
    beginning.prepare_state([float(w) for w in weights], list(range(m)))
    for k in reversed(range(m)):
        beginning.cx(k, b + k)
    return beginning.compose(left.tensor(right))
