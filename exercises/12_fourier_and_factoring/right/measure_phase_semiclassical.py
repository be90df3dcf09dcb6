# task: measure_phase
# why: All controls at once, but each is measured before the next one is turned back by what was found.
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    circuit.h(list(range(t)))
    for k in range(t):
        for _ in range(1 << k):
            circuit.append(box, [k] + list(range(t, t + m)))
    for j in range(t):
        qubit = t - 1 - j
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], True)):
                circuit.p(-2 * np.pi / 2 ** (j - k + 1), qubit)
        circuit.h(qubit)
        circuit.measure(qubit, j)
    return circuit
