# task: ghz
# why: The chain of CX gates: the right state, in too many layers.
# fails: assert_budget budget_exceeded
def ghz(n):
    circuit = QuantumCircuit(n)
    circuit.h(0)
    for k in range(n - 1):
        circuit.cx(k, k + 1)
    return circuit
