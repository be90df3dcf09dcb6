# task: add_if
# why: Forgets the control: adds in any case.
# fails: assert_same_unitary wrong_unitary
def add_if(n, a):
    transform = QuantumCircuit(n + 1)
    for top in reversed(range(n)):
        transform.h(top)
        for k in range(top):
            transform.cp(np.pi / 2 ** (top - k), k, top)
    circuit = transform.copy()
    for k in range(n):
        circuit.p(2 * np.pi * a / 2 ** (k + 1), k)
    return circuit.compose(transform.inverse())
