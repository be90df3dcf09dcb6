# task: everybody
# why: Forgets to note that the qubits have changed places.
# fails: assert_same_unitary relative_phase
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    who = list(range(n))
    for r in range(n):
        for k in range(r % 2, n - 1, 2):
            i, j = sorted(who[k : k + 2])
            circuit.cx(k, k + 1)
            circuit.rz(angles[i][j], k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
    return circuit
