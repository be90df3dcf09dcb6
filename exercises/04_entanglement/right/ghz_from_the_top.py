# task: ghz
# why: Starts from the highest qubit by a quarter turn, and keeps lists of ready and waiting qubits.
def ghz(n):
    circuit = QuantumCircuit(n)
    ready, waiting = [n - 1], list(range(n - 1))
    circuit.ry(np.pi / 2, n - 1)
    while waiting:
        for giver in list(ready):
            if waiting:
                taker = waiting.pop()
                circuit.cx(giver, taker)
                ready.append(taker)
    return circuit
