# task: rewritten
# why: Uses turns about y by a quarter in place of H, and other three cz for the swap.
def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)

    def ry(angle, q):
        circuit.rz(np.pi, q)
        circuit.sx(q)
        circuit.rz(np.pi - angle, q)
        circuit.sx(q)

    def cx(a, b):
        ry(-np.pi / 2, b)
        circuit.cz(a, b)
        ry(np.pi / 2, b)

    for name, *rest in steps:
        if name == "h":
            circuit.rz(np.pi, *rest)
            ry(np.pi / 2, *rest)
        elif name == "t":
            circuit.rz(np.pi / 4, *rest)
        elif name == "ry":
            ry(*rest)
        elif name == "cx":
            cx(*rest)
        else:
            a, b = rest
            cx(b, a)
            cx(a, b)
            cx(b, a)
    return circuit
