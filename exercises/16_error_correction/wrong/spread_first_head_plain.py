# task: spread
# why: Forgets the Hadamard gate on the head of block 0.
# fails: assert_same_isometry wrong_unitary
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    heads = [b * length for b in range(blocks)]
    for head in heads[1:]:
        circuit.cx(0, head)
        circuit.h(head)
    for head in heads:
        for i in range(1, length):
            circuit.cx(head, head + i)
    return circuit
