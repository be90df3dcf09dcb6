# task: schmidt_form
# why: Each level of the tree of weights is entangled at once, by controlled rotations of its own.
def schmidt_form(weights, left, right):
    from qiskit.circuit.library import UCRYGate

    weights = np.array(weights, dtype=float)
    a, b = left.num_qubits, right.num_qubits
    m = len(weights).bit_length() - 1
    circuit = QuantumCircuit(a + b)
    for q in reversed(range(m)):
        sizes = np.linalg.norm(weights.reshape(-1, 2, 2**q), axis=2)
        angles = list(2 * np.arctan2(sizes[:, 1], sizes[:, 0]))
        if len(angles) == 1:
            circuit.ry(angles[0], q)
        else:
            circuit.append(UCRYGate(angles), [q, *range(q + 1, m)])
        circuit.cx(q, b + q)
    circuit.compose(left, range(b, a + b), inplace=True)
    circuit.compose(right, range(b), inplace=True)
    return circuit
