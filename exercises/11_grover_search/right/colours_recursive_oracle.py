# task: colours
# why: A note is made, the rest of the edges follows inside, and the note is undone.
def colours(vertices, edges, rounds):
    size = 2 * vertices
    circuit = QuantumCircuit(10, size)

    def start(circuit):
        for i in range(vertices):
            circuit.ry(2 * np.arcsin(np.sqrt(1 / 3)), 2 * i)
            circuit.x(2 * i)
            circuit.ch(2 * i, 2 * i + 1)
            circuit.x(2 * i)

    def all_differ(k):
        if k == len(edges):
            if k == 1:
                circuit.z(size)
            else:
                circuit.h(size)
                circuit.mcx(list(range(size + 1, size + k)), size)
                circuit.h(size)
            return
        i, j = edges[k]
        here, there = [2 * i, 2 * i + 1], [2 * j, 2 * j + 1]
        circuit.cx(there, here)
        circuit.mcx(here, size + k, ctrl_state=0)
        circuit.x(size + k)
        circuit.cx(there, here)
        all_differ(k + 1)
        circuit.cx(there, here)
        circuit.x(size + k)
        circuit.mcx(here, size + k, ctrl_state=0)
        circuit.cx(there, here)

    begin = QuantumCircuit(size)
    start(begin)
    circuit.compose(begin, range(size), inplace=True)
    for _ in range(rounds):
        all_differ(0)
        circuit.compose(begin.inverse(), range(size), inplace=True)
        circuit.x(range(size))
        circuit.h(0)
        circuit.mcx(list(range(1, size)), 0)
        circuit.h(0)
        circuit.x(range(size))
        circuit.compose(begin, range(size), inplace=True)
    circuit.measure(range(size), range(size))
    return circuit
