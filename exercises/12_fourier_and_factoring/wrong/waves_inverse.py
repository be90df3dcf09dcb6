# task: waves
# why: Minus signs in all phases: the inverse transform.
# fails: assert_same_unitary conjugate
def waves(n, order):
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
    if order == "rising":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit
