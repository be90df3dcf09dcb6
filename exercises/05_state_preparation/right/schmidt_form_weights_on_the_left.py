# task: schmidt_form
# why: Prepares the weights in the left half and copies downwards; own registers.
def schmidt_form(weights, left, right):
    a, b = left.num_qubits, right.num_qubits
    m = int(np.log2(len(weights)))
    circuit = QuantumCircuit(a + b)
    circuit.initialize(weights, [b + k for k in range(m)])
    circuit.cx([b + k for k in range(m)], list(range(m)))
    circuit.append(left.to_gate(), range(b, a + b))
    circuit.append(right.to_gate(), range(b))
    return circuit
