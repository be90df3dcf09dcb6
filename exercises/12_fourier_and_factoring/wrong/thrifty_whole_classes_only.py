# task: thrifty
# why: Leaves out all phases of an angle or none: more gates than allowed.
# fails: assert_budget budget_exceeded
def thrifty(n, epsilon):
    total, smallest = 0.0, n
    for j in range(n, 1, -1):
        total += (n - j + 1) * 2 * np.pi / 2**j
        if total > epsilon:
            break
        smallest = j - 1
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            if top - k + 1 <= smallest:
                circuit.cp(np.pi / 2 ** (top - k), k, top)
    return circuit
