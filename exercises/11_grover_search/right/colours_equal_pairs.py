# task: colours
# why: Notes an edge by the three, or four, pairs of equal strings; controlled rotations prepare the vertices.
def colours(vertices, edges, rounds):
    size = 2 * vertices
    total = size + len(edges)
    circuit = QuantumCircuit(total, size)

    def vertex(i, sign=1):
        high, low = 2 * i, 2 * i + 1
        angle = 2 * np.arctan(np.sqrt(1 / 2))
        gates = [
            lambda: circuit.ry(sign * angle, high),
            lambda: circuit.x(high),
            lambda: circuit.cry(sign * np.pi / 2, high, low),
            lambda: circuit.x(high),
        ]
        for gate in gates[::sign]:
            gate()

    def note(k, i, j):
        for same in range(4):
            bits = f"{same:02b}" * 2
            qubits = [2 * i, 2 * i + 1, 2 * j, 2 * j + 1]
            circuit.mcx(qubits, size + k, ctrl_state=bits)

    for i in range(vertices):
        vertex(i)
    for _ in range(rounds):
        for k, (i, j) in enumerate(edges):
            note(k, i, j)
        circuit.x(range(size, total))
        if len(edges) == 1:
            circuit.z(size)
        else:
            circuit.mcp(np.pi, list(range(size, total - 1)), total - 1)
        circuit.x(range(size, total))
        for k, (i, j) in enumerate(edges):
            note(k, i, j)
        for i in range(vertices):
            vertex(i, -1)
        circuit.x(range(size))
        circuit.mcp(np.pi, list(range(size - 1)), size - 1)
        circuit.x(range(size))
        for i in range(vertices):
            vertex(i)
    circuit.measure(range(size), range(size))
    return circuit
