# task: one_control
# why: No reset: X if the last outcome was 1 brings the control back to 0.
def one_control(powers, m):
    t = len(powers)
    circuit = QuantumCircuit(m + 1, t)
    for j in range(t):
        if j:
            with circuit.if_test((circuit.clbits[j - 1], 1)):
                circuit.x(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], list(range(m + 1)))
        for k in range(j):
            with circuit.if_test((circuit.clbits[k], 1)):
                circuit.rz(-np.pi / 2 ** (j - k), 0)
        circuit.h(0)
        circuit.measure(0, j)
    return circuit
