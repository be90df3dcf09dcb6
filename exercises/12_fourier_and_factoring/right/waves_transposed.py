# task: waves
# why: The matrix is symmetric: the swaps may stand first and all other gates in the opposite sequence.
def waves(n, order):
    circuit = QuantumCircuit(n)
    if order == "rising":
        for k in range(n // 2):
            circuit.swap(k, n - 1 - k)
        for top in range(n):
            for k in reversed(range(top)):
                circuit.cp(np.pi / 2 ** (top - k), top, k)
            circuit.h(top)
        return circuit
    for top in range(n - 1, -1, -1):
        circuit.h(top)
        for target in range(top - 1, -1, -1):
            circuit.cp(np.pi / 2 ** (top - target), top, target)
    return circuit
