# task: spread
# why: Puts the codes together in the other order: Hadamards at the very end.
# fails: assert_same_isometry wrong_unitary
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    for b in range(1, blocks):
        circuit.cx(0, b * length)
    for b in range(blocks):
        for i in range(1, length):
            circuit.cx(b * length, b * length + i)
    circuit.h(range(blocks * length))
    return circuit
