# task: ghz
# why: Qubit 0 controls every CX, so they have to wait for each other.
# fails: assert_budget budget_exceeded
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    circuit.cx(0, list(range(1, n)))
    return circuit
