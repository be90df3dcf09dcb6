# task: everybody
# why: Stops one round too early.
# fails: assert_same_unitary wrong_unitary
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n - 1):
        for k in range(r % 2, n - 1, 2):
            i, j = sorted(who[k : k + 2])
            circuit.cx(k, k + 1)
            circuit.rz(angles[i][j], k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
            who[k], who[k + 1] = who[k + 1], who[k]
    return circuit
