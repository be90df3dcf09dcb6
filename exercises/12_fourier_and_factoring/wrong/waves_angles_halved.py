# task: waves
# why: Half of each angle: the first controlled phase is a quarter of pi.
# fails: assert_same_unitary relative_phase
def waves(n, order):
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            circuit.cp(np.pi / 2 ** (top - k + 1), k, top)
    if order == "rising":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit
