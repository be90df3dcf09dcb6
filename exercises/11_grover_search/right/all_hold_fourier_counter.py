# task: all_hold
# why: A counter in the Fourier basis: each condition turns its qubits by phases.
def all_hold(n, conditions):
    width = len(conditions).bit_length()
    counter = range(n + 1, n + 1 + width)
    fourier = QuantumCircuit(width)
    for j in reversed(range(width)):
        fourier.h(j)
        for i in range(j):
            fourier.cp(np.pi / 2 ** (j - i), i, j)

    counting = QuantumCircuit(n + 1 + width)
    counting.h(counter)
    for gate, places in conditions:
        counting.append(gate, [*places, n])
        for j, qubit in enumerate(counter):
            counting.cp(2 * np.pi / 2 ** (j + 1), n, qubit)
        counting.append(gate, [*places, n])
    counting.compose(fourier.inverse(), counter, inplace=True)

    circuit = counting.copy()
    for j, qubit in enumerate(counter):
        if not len(conditions) >> j & 1:
            circuit.x(qubit)
    if width == 1:
        circuit.z(counter[0])
    else:
        circuit.mcp(np.pi, list(counter)[:-1], counter[-1])
    for j, qubit in enumerate(counter):
        if not len(conditions) >> j & 1:
            circuit.x(qubit)
    return circuit.compose(counting.inverse())
