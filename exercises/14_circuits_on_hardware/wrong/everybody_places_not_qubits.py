# task: everybody
# why: Takes the angle of the two places, not of the qubits that stand there.
# fails: assert_same_unitary relative_phase
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n):
        for k in range(r % 2, n - 1, 2):
            i, j = k, k + 1
            circuit.cx(k, k + 1)
            circuit.rz(angles[i][j], k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
            who[k], who[k + 1] = who[k + 1], who[k]
    return circuit
