# task: one_control
# why: Writes the first bit found, the lowest, into the leftmost classical bit.
# fails: assert_distribution qubit_order_reversed
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        for k in range(j):
            with circuit.if_test((circuit.clbits[t - 1 - k], 1)):
                circuit.p(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, t - 1 - j)
    return circuit
