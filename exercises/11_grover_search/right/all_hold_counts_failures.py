# task: all_hold
# why: Counts the conditions that fail; all hold if the counter is 0.
def all_hold(n, conditions):
    width = len(conditions).bit_length()
    circuit = QuantumCircuit(n + 1 + width)
    counter = list(range(n + 1, n + 1 + width))

    def step(gate, places, up):
        circuit.append(gate, [*places, n])
        circuit.x(n)
        order = range(width)
        for j in reversed(order) if up else order:
            circuit.mcx([n, *counter[:j]], counter[j])
        circuit.x(n)
        circuit.append(gate, [*places, n])

    for gate, places in conditions:
        step(gate, places, True)
    circuit.x(counter)
    if width == 1:
        circuit.z(counter)
    else:
        circuit.mcp(np.pi, counter[1:], counter[0])
    circuit.x(counter)
    for gate, places in conditions[::-1]:
        step(gate, places, False)
    return circuit
