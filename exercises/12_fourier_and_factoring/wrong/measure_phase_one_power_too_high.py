# task: measure_phase
# why: Control k calls the box 2**(k+1) times: the first bit is lost, and the limit exceeded.
# fails: assert_budget too_many_calls
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    targets = list(range(t, t + m))
    for k in range(t):
        circuit.h(k)
        for _ in range(2 ** (k + 1)):
            circuit.append(box, [k, *targets])
    for k in range(t // 2):
        circuit.swap(k, t - 1 - k)
    for top in range(t):
        for k in range(top):
            circuit.cp(-np.pi / 2 ** (top - k), k, top)
        circuit.h(top)
    circuit.measure(range(t), range(t))
    return circuit
