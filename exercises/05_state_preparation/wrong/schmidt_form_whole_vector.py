# task: schmidt_form
# why: Adds up the whole vector and lets the library prepare it: far more gates than needed.
# fails: assert_budget budget_exceeded
def schmidt_form(weights, left, right):
    high, low = Operator(left).data, Operator(right).data
    total = sum(w * np.kron(high[:, j], low[:, j]) for j, w in enumerate(weights))
    circuit = QuantumCircuit(left.num_qubits + right.num_qubits)
    circuit.prepare_state(total)
    return circuit
