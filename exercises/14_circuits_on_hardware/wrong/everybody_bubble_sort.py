# task: everybody
# why: Lets qubit 0 walk to the far end, then qubit 1, and so on: each has to wait for the one before.
# fails: assert_budget budget_exceeded
def everybody(angles):
    n = len(angles)
    circuit = QuantumCircuit(n)
    for first in range(n):
        for k in range(n - 1 - first):
            # `first` stands on k, and the qubits that are still behind it follow in their order
            circuit.cx(k, k + 1)
            circuit.rz(angles[first][first + k + 1], k + 1)
            circuit.cx(k + 1, k)
            circuit.cx(k, k + 1)
    return circuit
