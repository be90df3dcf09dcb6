# task: one_control
# why: One condition for each value of all bits found so far, with the whole angle at once.
def one_control(powers, m):
    from qiskit import ClassicalRegister, QuantumRegister

    t = len(powers)
    bits = [ClassicalRegister(1, f"y{k}") for k in range(t)]
    circuit = QuantumCircuit(QuantumRegister(m + 1), *bits)
    for j in range(t):
        circuit.reset(0)
        circuit.h(0)
        circuit.append(powers[t - 1 - j], range(m + 1))
        for k in reversed(range(j)):
            with circuit.if_test((bits[k], 1)):
                circuit.p(-2 * np.pi / 2 ** (j + 1 - k), 0)
        circuit.h(0)
        circuit.measure(0, bits[j][0])
    return circuit
