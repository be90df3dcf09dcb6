# task: one_control
# why: No reset: a control that is left in 1 starts as |->, which shifts the outcome, so the outcome is turned by Z before.
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    circuit.h(0)
    for j in range(t):
        circuit.append(powers[t - 1 - j], range(m + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
        circuit.h(0)
        with circuit.if_test((circuit.clbits[j], 1)):
            circuit.z(0)
    return circuit
