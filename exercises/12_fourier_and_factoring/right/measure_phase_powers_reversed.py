# task: measure_phase
# why: No swaps: control t-1-k calls the box 2**k times, and measures into the bits as they are.
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    circuit.h(range(t))
    for k in range(t):
        for _ in range(2**k):
            circuit.append(box, [t - 1 - k, *range(t, t + m)])
    for top in range(t):
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
        circuit.h(top)
    circuit.measure(range(t), range(t))
    return circuit
