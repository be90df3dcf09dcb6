# task: flat
# why: Measures the parities with cz: the helper is in the plus state.
def flat(n):
    size = 2 * n - 1
    circuit = QuantumCircuit(size, n)
    circuit.h(range(size))
    for k in range(1, size, 2):
        circuit.cz(k - 1, k)
    for k in range(1, size, 2):
        circuit.cz(k, k + 1)
    for k in range(1, size, 2):
        circuit.h(k)
        circuit.measure(k, k // 2)
        with circuit.if_test((circuit.clbits[k // 2], 1)):
            for q in range(0, k, 2):  # to the left: it is the same up to a flip of all
                circuit.x(q)
    return circuit
