# task: rewritten
# why: Swaps with two gates only, which works if one qubit is in |0>.
# fails: assert_same_unitary wrong_unitary
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
            circuit.sx(q)
            circuit.rz(angle + np.pi, q)
            circuit.sx(q)
            circuit.rz(np.pi, q)
        elif name == "cx":
            cx(*rest)
        else:
            a, b = rest
            cx(a, b)
            cx(b, a)
    return circuit
