# task: rewritten
# why: One function for any turn of one qubit: H and ry are turns u(θ, φ, λ).
def rewritten(steps, qubits):
    circuit = QuantumCircuit(qubits)

    def turn(theta, phi, lam, q):
        circuit.rz(lam, q)
        circuit.sx(q)
        circuit.rz(theta + np.pi, q)
        circuit.sx(q)
        circuit.rz(phi + np.pi, q)

    def controlled_not(a, b):
        turn(np.pi / 2, 0, np.pi, b)
        circuit.cz(a, b)
        turn(np.pi / 2, 0, np.pi, b)

    for step in steps:
        match step:
            case ("h", q):
                turn(np.pi / 2, 0, np.pi, q)
            case ("t", q):
                circuit.rz(np.pi / 4, q)
            case ("ry", angle, q):
                turn(angle, 0, 0, q)
            case ("cx", a, b):
                controlled_not(a, b)
            case ("swap", a, b):
                for pair in [(a, b), (b, a), (a, b)]:
                    controlled_not(*pair)
    return circuit
