# task: everybody
# why: Does gates between qubits that are not neighbours.
# fails: assert_budget budget_exceeded
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    for i in range(n):
        for j in range(i + 1, n):
            circuit.cx(i, j)
            circuit.rz(angles[i][j], j)
            circuit.cx(i, j)
    for k in range(n // 2):
        circuit.cx(k, n - 1 - k)
        circuit.cx(n - 1 - k, k)
        circuit.cx(k, n - 1 - k)
    return circuit
