# task: flat
# why: Flips only the next even qubit: the flips further on are forgotten.
# fails: assert_same_density wrong_density
def flat(n):
    circuit = QuantumCircuit(2 * n - 1, n - 1)
    circuit.h(range(0, 2 * n - 1, 2))
    for k in range(n - 1):
        circuit.cx(2 * k, 2 * k + 1)
    for k in range(n - 1):
        circuit.cx(2 * k + 2, 2 * k + 1)
        circuit.measure(2 * k + 1, k)
    for k in range(n - 1):
        with circuit.if_test((circuit.clbits[k], 1)):
            for q in [2 * k + 2]:
                circuit.x(q)
    return circuit
