# task: flat
# why: Makes a chain of cz and measures the helpers along x; the corrections are flips, too.
def flat(n):
    size = 2 * n - 1
    circuit = QuantumCircuit(size, n)
    circuit.h(range(size))
    for start in (0, 1):
        for q in range(start, size - 1, 2):
            circuit.cz(q, q + 1)
    flips = []
    for k in range(n - 1):
        circuit.h(2 * k + 1)
        circuit.measure(2 * k + 1, k)
        flips.append(circuit.clbits[k])
    for k, bit in enumerate(flips):
        with circuit.if_test((bit, True)):
            circuit.x(range(2 * k + 2, size, 2))
    return circuit
