# task: flat
# why: Measures the parities and does nothing about them.
# fails: assert_same_density wrong_density
def flat(n):
    circuit = QuantumCircuit(2 * n - 1, n - 1)
    circuit.h(range(0, 2 * n - 1, 2))
    for k in range(n - 1):
        circuit.cx(2 * k, 2 * k + 1)
    for k in range(n - 1):
        circuit.cx(2 * k + 2, 2 * k + 1)
        circuit.measure(2 * k + 1, k)
    return circuit
