# task: add_if
# why: Transforms by the inverse first, so the number is subtracted.
# fails: assert_same_unitary inverse
def add_if(n, a):
    transform = QuantumCircuit(n + 1)
    for top in reversed(range(n)):
        transform.h(top)
        for k in range(top):
            transform.cp(-np.pi / 2 ** (top - k), k, top)
    circuit = transform.copy()
    for k in range(n):
        circuit.cp(2 * np.pi * a / 2 ** (k + 1), n, k)
    return circuit.compose(transform.inverse())
