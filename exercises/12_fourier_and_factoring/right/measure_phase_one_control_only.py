# task: measure_phase
# why: Uses only one of the controls, again and again, with feed-forward.
def measure_phase(box, t, m):
    circuit = QuantumCircuit(t + m, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        for _ in range(2 ** (t - 1 - j)):
            circuit.append(box, [0, *range(t, t + m)])
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
