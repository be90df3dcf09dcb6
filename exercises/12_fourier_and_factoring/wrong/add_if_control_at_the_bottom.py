# task: add_if
# why: Takes qubit 0 for the control and the others for the register.
# fails: assert_same_unitary qubits_permuted
def add_if(n, a):
    transform = QuantumCircuit(n + 1)
    for top in reversed(range(n)):
        transform.h(top + 1)
        for k in range(top):
            transform.cp(np.pi / 2 ** (top - k), k + 1, top + 1)
    circuit = transform.copy()
    for k in range(n):
        circuit.cp(2 * np.pi * a / 2 ** (k + 1), 0, k + 1)
    return circuit.compose(transform.inverse())
