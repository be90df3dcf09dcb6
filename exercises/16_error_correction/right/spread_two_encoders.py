# task: spread
# why: Composes an outer encoder with an inner one for each block.
def spread(blocks, length):
    outer = QuantumCircuit(blocks)
    for b in range(1, blocks):
        outer.cx(0, b)
    outer.h(range(blocks))
    inner = QuantumCircuit(length)
    for i in range(1, length):
        inner.cx(0, i)
    circuit = QuantumCircuit(blocks * length)
    circuit.compose(outer, [b * length for b in range(blocks)], inplace=True)
    for b in range(blocks):
        circuit.compose(inner, list(range(b * length, (b + 1) * length)), inplace=True)
    return circuit
