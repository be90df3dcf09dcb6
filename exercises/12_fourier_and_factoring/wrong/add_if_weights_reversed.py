# task: add_if
# why: Leaves the swaps out and gives qubit k the phase of weight 2**k all the same.
# fails: assert_same_unitary wrong_unitary
def add_if(n, a):
    transform = QuantumCircuit(n + 1)
    for top in reversed(range(n)):
        transform.h(top)
        for k in range(top):
            transform.cp(np.pi / 2 ** (top - k), k, top)
    circuit = transform.copy()
    for k in range(n):
        circuit.cp(2 * np.pi * a * 2**k / 2**n, n, k)
    return circuit.compose(transform.inverse())
