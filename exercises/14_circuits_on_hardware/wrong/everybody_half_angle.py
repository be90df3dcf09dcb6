# task: everybody
# why: Gives rz half of the angle.
# fails: assert_same_unitary relative_phase
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n):
        for k in range(r % 2, n - 1, 2):
            i, j = sorted(who[k : k + 2])
            circuit.cx(k, k + 1)
            circuit.rz(angles[i][j] / 2, k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
            who[k], who[k + 1] = who[k + 1], who[k]
    return circuit
