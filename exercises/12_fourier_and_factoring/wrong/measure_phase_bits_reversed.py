# task: measure_phase
# why: Measures qubit k into bit t-1-k, after a transform with swaps.
# fails: assert_distribution qubit_order_reversed
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    targets = list(range(t, t + m))
    for k in range(t):
        circuit.h(k)
        for _ in range(2**k):
            circuit.append(box, [k, *targets])
    for k in range(t // 2):
        circuit.swap(k, t - 1 - k)
    for top in range(t):
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
        circuit.h(top)
    circuit.measure(range(t), range(t)[::-1])
    return circuit
