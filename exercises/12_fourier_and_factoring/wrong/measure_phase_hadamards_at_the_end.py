# task: measure_phase
# why: Hadamard gates in place of the inverse transform, as in Simon's algorithm.
# fails: assert_distribution wrong_distribution
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    targets = list(range(t, t + m))
    for k in range(t):
        circuit.h(k)
        for _ in range(2**k):
            circuit.append(box, [k, *targets])
    circuit.h(range(t))
    circuit.measure(range(t), range(t))
    return circuit
