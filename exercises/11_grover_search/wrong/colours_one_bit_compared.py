# task: colours
# why: Compares one qubit of each colour only.
# fails: assert_distribution wrong_distribution
def colours(vertices, edges, rounds):
    size, m = 2 * vertices, len(edges)
    register, notes = list(range(size)), list(range(size, size + m))

    def flip_all_zero(circuit, qubits):
        circuit.x(qubits)
        if len(qubits) == 1:
            circuit.z(qubits)
        else:
            circuit.h(qubits[-1])
            circuit.mcx(qubits[:-1], qubits[-1])
            circuit.h(qubits[-1])
        circuit.x(qubits)

    start = QuantumCircuit(size)
    for i in range(vertices):
        start.ry(2 * np.arcsin(np.sqrt(1 / 3)), 2 * i + 1)
        start.ch(2 * i + 1, 2 * i, ctrl_state=0)

    equal = QuantumCircuit(size + m)
    for note, (i, j) in zip(notes, edges, strict=True):
        equal.cx([2 * i, 2 * i + 1], [2 * j, 2 * j + 1])
        equal.x(note)
        equal.cx(2 * j, note)
        equal.cx([2 * i, 2 * i + 1], [2 * j, 2 * j + 1])

    circuit = QuantumCircuit(size + m, size)
    circuit.compose(start, register, inplace=True)
    for _ in range(rounds):
        circuit.compose(equal, inplace=True)
        flip_all_zero(circuit, notes)
        circuit.compose(equal.inverse(), inplace=True)
        circuit.compose(start.inverse(), register, inplace=True)
        flip_all_zero(circuit, register)
        circuit.compose(start, register, inplace=True)
    circuit.measure(register, register)
    return circuit
