# task: shift
# why: The choice of the table begins in |->, which turns the right-hand side round; an X turns it back.
def shift(oracle, n):
    circuit = QuantumCircuit(2 * n + 1, n + 1)
    circuit.x(n)
    circuit.h(list(range(n + 1)))
    circuit.append(oracle, list(range(2 * n + 1)))
    circuit.h(list(range(n + 1)))
    circuit.x(n)
    for k in range(n + 1):
        circuit.measure(k, k)
    return circuit
