# task: certain
# why: Computes the angles for a single solution.
# fails: assert_distribution impossible_outcome
def certain(oracle, n, solutions):
    theta = np.arcsin(np.sqrt(1 / 2**n))
    rounds = math.ceil(np.pi / (4 * theta) - 0.5 - 1e-9)
    rarer = np.pi / (2 * (2 * rounds + 1))
    alpha = np.arcsin(min(1.0, np.sin(rarer) / np.sin(theta)))
    qubits = list(range(n + 1))

    start = QuantumCircuit(n + 1)
    start.h(qubits[:n])
    start.ry(2 * alpha, n)
    start.h(n)

    circuit = QuantumCircuit(n + 1, n)
    circuit.compose(start, inplace=True)
    for _ in range(rounds):
        circuit.append(oracle, qubits)
        circuit.compose(start.inverse(), inplace=True)
        circuit.x(qubits)
        circuit.h(n)
        circuit.mcx(qubits[:n], n)
        circuit.h(n)
        circuit.x(qubits)
        circuit.compose(start, inplace=True)
    circuit.measure(qubits[:n], qubits[:n])
    return circuit
