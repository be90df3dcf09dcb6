# task: measure_phase
# why: Forgets the swaps before the inverse transform.
# fails: assert_distribution wrong_distribution
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    targets = list(range(t, t + m))
    for k in range(t):
        circuit.h(k)
        for _ in range(2**k):
            circuit.append(box, [k, *targets])
    for top in range(t):
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
        circuit.h(top)
    circuit.measure(range(t), range(t))
    return circuit
