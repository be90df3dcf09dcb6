# task: one_control
# why: Uses the control again as the measurement left it.
# fails: assert_distribution wrong_distribution
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
