# task: spread
# why: Has the blocks of three that the lesson has.
# fails: assert_same_isometry wrong_unitary
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    heads = range(0, blocks * length, 3)
    for head in heads[1:]:
        circuit.cx(0, head)
    circuit.h(heads)
    for head in heads:
        for i in range(head + 1, min(head + 3, blocks * length)):
            circuit.cx(head, i)
    return circuit
