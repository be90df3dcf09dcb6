# task: everybody
# why: Does the interaction after the exchange: the rz comes before the last gate.
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n):
        for k in range(r % 2, n - 1, 2):
            a, b = who[k], who[k + 1]
            circuit.cx(k, k + 1)
            circuit.cx(k + 1, k)
            circuit.rz(angles[min(a, b)][max(a, b)], k + 1)
            circuit.cx(k, k + 1)
            who[k : k + 2] = [b, a]
    return circuit
