# task: times
# why: Adds the bits of the constant without carries.
# fails: assert_same_unitary wrong_unitary
def times(n, a):
    if a % 2 == 0:
        return None
    circuit = QuantumCircuit(n)
    for k in reversed(range(n - 1)):
        for j in range(k + 1, n):
            if (a - 1) << k >> j & 1:
                circuit.cx(k, j)
    return circuit
