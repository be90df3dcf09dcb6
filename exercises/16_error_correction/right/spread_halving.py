# task: spread
# why: Doubles the number of qubits that carry the bit in each layer.
def spread(blocks, length):
    circuit = QuantumCircuit(blocks * length)

    def fan_out(places):
        if len(places) > 1:
            middle = len(places) // 2
            circuit.cx(places[0], places[middle])
            fan_out(places[:middle])
            fan_out(places[middle:])

    heads = [b * length for b in range(blocks)]
    fan_out(heads)
    for head in heads:
        circuit.h(head)
        fan_out(list(range(head, head + length)))
    return circuit
