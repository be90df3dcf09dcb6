# task: rewritten
# why: Puts the Hadamards on the control.
# fails: assert_same_unitary control_target_swapped
def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)

    def h(q):
        circuit.rz(np.pi / 2, q)
        circuit.sx(q)
        circuit.rz(np.pi / 2, q)

    def cx(control, target):
        h(control)
        circuit.cz(control, target)
        h(control)

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
            cx(a, b)
    return circuit
