# task: satisfied
# why: The last clause needs no ancilla: a phase for all that satisfies the others, minus what violates it.
def satisfied(n, clauses):
    *others, last = clauses
    m = len(others)
    notes = list(range(n, n + m))

    def violated(circuit, clause):
        for literal in clause:
            if literal > 0:
                circuit.x(literal - 1)

    prepare = QuantumCircuit(n + m)
    for note, clause in zip(notes, others, strict=True):
        violated(prepare, clause)
        prepare.mcx([abs(v) - 1 for v in clause], note)
        prepare.x(note)
        violated(prepare, clause)

    def phase(circuit, qubits):
        if len(qubits) == 1:
            circuit.z(qubits[0])
        elif qubits:
            circuit.mcp(np.pi, qubits[:-1], qubits[-1])

    circuit = prepare.copy()
    phase(circuit, notes)
    violated(circuit, last)
    phase(circuit, notes + [abs(v) - 1 for v in last])
    violated(circuit, last)
    return circuit.compose(prepare.inverse())
