# task: spread
# why: Prepares each block in the state of a logical 0 and then flips blocks, which changes nothing.
# fails: assert_same_isometry relative_phase
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    heads = [b * length for b in range(blocks)]
    circuit.h(heads)
    for head in heads[1:]:
        circuit.cx(0, head)
    for head in heads:
        for i in range(1, length):
            circuit.cx(head, head + i)
    return circuit
