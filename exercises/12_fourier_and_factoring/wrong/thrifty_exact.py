# task: thrifty
# why: Leaves nothing out.
# fails: assert_budget budget_exceeded
def thrifty(n, epsilon):
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            circuit.cp(np.pi / 2 ** (top - k), k, top)
    return circuit
