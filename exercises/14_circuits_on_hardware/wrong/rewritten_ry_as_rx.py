# task: rewritten
# why: Conjugates with the wrong turns and gets a turn about x.
# fails: assert_same_unitary relative_phase
def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)

    def h(q):
        circuit.rz(np.pi / 2, q)
        circuit.sx(q)
        circuit.rz(np.pi / 2, q)

    def cx(control, target):
        h(target)
        circuit.cz(control, target)
        h(target)

    for name, *rest in steps:
        if name == "h":
            h(rest[0])
        elif name == "t":
            circuit.rz(np.pi / 4, rest[0])
        elif name == "ry":
            angle, q = rest
            h(q)
            circuit.rz(angle, q)
            h(q)
        elif name == "cx":
            cx(*rest)
        else:
            a, b = rest
            cx(a, b)
            cx(b, a)
            cx(a, b)
    return circuit
