# task: spread
# why: Passes the bit on from head to head and from place to place.
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    for b in range(1, blocks):
        circuit.cx((b - 1) * length, b * length)
    for b in range(blocks):
        circuit.h(b * length)
        for i in range(1, length):
            circuit.cx(b * length + i - 1, b * length + i)
    return circuit
