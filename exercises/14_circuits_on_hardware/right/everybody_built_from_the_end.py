# task: everybody
# why: Begins with the reversed order at the end and goes back round by round; the gates are put in front.
def everybody(angles):
    n = len(angles)
    angle = np.triu(np.array(angles, dtype=float), 1)
    angle = angle + angle.T
    who = list(range(n))[::-1]
    circuit = QuantumCircuit(n)
    for r in reversed(range(n)):
        for k in range(r % 2, n - 1, 2):
            step = QuantumCircuit(n)
            step.cx(k, k + 1)
            step.rz(angle[who[k], who[k + 1]], k + 1)
            step.cx(k + 1, k)
            step.cx(k, k + 1)
            circuit = circuit.compose(step, front=True)
            who[k], who[k + 1] = who[k + 1], who[k]
    return circuit
