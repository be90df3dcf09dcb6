# task: waves
# why: Swaps for "falling" and not for "rising".
# fails: assert_same_unitary relative_phase
def waves(n, order):
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            circuit.cp(np.pi / 2 ** (top - k), k, top)
    if order == "falling":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
    return circuit
