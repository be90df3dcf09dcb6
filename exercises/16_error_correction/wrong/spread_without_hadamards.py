# task: spread
# why: Repeats the bit only: a long bit-flip code.
# fails: assert_same_isometry wrong_unitary
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    for k in range(1, blocks * length):
        circuit.cx(0, k)
    return circuit
