# task: one_control
# why: Calls the first power 2**k times, as in the task before.
# fails: assert_budget too_many_calls
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        for _ in range(2 ** (t - 1 - j)):
            circuit.append(powers[0], range(m + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
