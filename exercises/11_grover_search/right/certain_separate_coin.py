# task: certain
# why: A coin of its own; the target is in |-> only where the coin is 1.
def certain(oracle, n, solutions):
    theta = np.arcsin(np.sqrt(solutions / 2**n))
    rounds = 0
    while (2 * rounds + 1) * theta < np.pi / 2 - 1e-9:
        rounds += 1
    ratio = np.sin(np.pi / (4 * rounds + 2)) / np.sin(theta)
    coin, target = n, n + 1
    circuit = QuantumCircuit(n + 2, n)
    circuit.h(target)
    circuit.h(range(n))
    circuit.ry(2 * np.arcsin(min(ratio, 1.0)), coin)
    for _ in range(rounds):
        circuit.cz(coin, target)
        circuit.append(oracle, [*range(n), target])
        circuit.cz(coin, target)
        circuit.ry(-2 * np.arcsin(min(ratio, 1.0)), coin)
        circuit.h(range(n))
        circuit.x(range(n + 1))
        circuit.mcp(np.pi, list(range(n)), coin)
        circuit.x(range(n + 1))
        circuit.h(range(n))
        circuit.ry(2 * np.arcsin(min(ratio, 1.0)), coin)
    circuit.measure(range(n), range(n))
    return circuit
