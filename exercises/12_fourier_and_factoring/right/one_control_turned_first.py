# task: one_control
# why: Turns the control back before the sealed gate is called: both act on it by phases only.
def one_control(powers, m):
    circuit = QuantumCircuit(m + 1, len(powers))
    for j, gate in enumerate(reversed(powers)):
        circuit.reset(0)
        circuit.h(0)
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.p(-np.pi * 2.0 ** (k - j), 0)
        circuit.append(gate, [0] + [1 + i for i in range(m)])
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
