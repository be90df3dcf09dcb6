# task: one_control
# why: Turns back by the last bit alone, which is enough for two bits.
# fails: assert_distribution wrong_distribution
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        if j:
            with circuit.if_test((circuit.clbits[j - 1], 1)):
                circuit.p(-np.pi / 2, 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
