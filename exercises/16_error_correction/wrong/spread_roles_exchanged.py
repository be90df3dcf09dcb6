# task: spread
# why: Exchanges blocks and length: numbers the qubits of a block with a stride.
# fails: assert_same_isometry qubits_permuted
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)
    for b in range(1, blocks):
        circuit.cx(0, b)
    circuit.h(range(blocks))
    for b in range(blocks):
        for i in range(1, length):
            circuit.cx(b, b + i * blocks)
    return circuit
