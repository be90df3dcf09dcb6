# task: few_uses
# why: The answer for two uses only: leaves out the uses in between.
# fails: assert_distribution impossible_outcome
def few_uses(unknown, theta, uses):
    def phase(angle):
        return np.diag([1, np.exp(1j * angle)])

    def turn(angle):
        return np.array(
            [[np.cos(angle / 2), -np.sin(angle / 2)], [np.sin(angle / 2), np.cos(angle / 2)]]
        )

    if uses == 1:
        circuit = QuantumCircuit(1, 1)
        circuit.h(0)
        circuit.append(unknown, [0])
        circuit.h(0)
        circuit.measure(0, 0)
        return circuit
    beta = np.arccos(np.clip(1 / np.tan(theta / 2) ** 2, -1, 1))
    total = turn(-beta) @ phase(theta) @ turn(beta) @ phase(theta)
    _, vectors = np.linalg.eig(total)
    start = vectors.sum(axis=1) / np.sqrt(2)
    frame = np.array([start, total @ start]).T
    frame, _ = np.linalg.qr(frame)
    circuit = QuantumCircuit(1, 1)
    circuit.unitary(frame, [0])
    circuit.append(unknown, [0])
    circuit.ry(beta, 0)
    circuit.append(unknown, [0])
    circuit.ry(-beta, 0)
    circuit.unitary(frame.conj().T, [0])
    circuit.measure(0, 0)
    return circuit
