# task: few_uses
# why: The single use comes first and the others follow; the basis of the measurement is computed from the circuit.
def few_uses(unknown, theta, uses):
    rest = (uses - 1) * theta
    beta = 0.0
    if uses > 1:
        beta = np.arccos(min(1 / (np.tan(theta / 2) * np.tan(rest / 2)), 1.0))
    still = np.array(
        [[np.cos(beta / 2), -np.sin(beta / 2)], [np.sin(beta / 2), np.cos(beta / 2)]]
    )
    turned = np.diag([1, np.exp(1j * rest)]) @ still @ np.diag([1, np.exp(1j * theta)])
    _, vectors = np.linalg.eig(still.conj().T @ turned)
    start = (vectors[:, 0] + vectors[:, 1]) / np.sqrt(2)
    circuit = QuantumCircuit(1, 1)
    circuit.prepare_state(Statevector(start), 0)
    circuit.append(unknown, [0])
    circuit.ry(beta, 0)
    for _ in range(uses - 1):
        circuit.append(unknown, [0])
    circuit.unitary(np.conj([still @ start, turned @ start]), [0])
    circuit.measure(0, 0)
    return circuit
