# task: everybody
# why: Uses the gates in the other direction, and begins with the odd pairs.
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    order = np.arange(n)
    for r in range(n):
        for k in range((r + 1) % 2, n - 1, 2):
            i, j = min(order[k], order[k + 1]), max(order[k], order[k + 1])
            circuit.cx(k + 1, k)
            circuit.rz(angles[i][j], k)
            circuit.cx(k, k + 1)
            circuit.cx(k + 1, k)
            order[[k, k + 1]] = order[[k + 1, k]]
    return circuit
