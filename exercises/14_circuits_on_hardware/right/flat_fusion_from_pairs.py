# task: flat
# why: Makes Bell pairs of even qubit and helper, and joins them by a parity of helper and next even qubit.
def flat(n):
    circuit = QuantumCircuit(2 * n - 1, max(n - 1, 0))
    for k in range(n):
        circuit.h(2 * k)
    for k in range(n - 1):
        circuit.cx(2 * k, 2 * k + 1)
    for k in range(n - 1):
        circuit.cx(2 * k + 2, 2 * k + 1)
    for k in range(n - 1):
        circuit.measure(2 * k + 1, k)
    for k in reversed(range(n - 1)):
        with circuit.if_test((circuit.clbits[k], 1)):
            circuit.x([2 * j for j in range(k + 1, n)])
    return circuit
