# task: thrifty
# why: Leaves out every phase that is smaller than epsilon, and not so many that the sum is.
# fails: assert_same_unitary relative_phase
def thrifty(n, epsilon):
    circuit = QuantumCircuit(n)
    for top in reversed(range(n)):
        circuit.h(top)
        for k in range(top):
            if np.pi / 2 ** (top - k) > epsilon:
                circuit.cp(np.pi / 2 ** (top - k), k, top)
    return circuit
