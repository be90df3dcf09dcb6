# task: spread
# why: Makes the other heads plus first, and lets CZ gates carry the sign.
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    heads = range(0, blocks * length, length)
    for head in heads[1:]:
        circuit.h(head)
        circuit.cz(0, head)
        # |0>: plus, |1>: minus, as it must be at the end
    circuit.h(0)
    for head in heads:
        for i in range(1, length):
            circuit.h(head + i)
            circuit.cz(head, head + i)
            circuit.h(head + i)
    return circuit
