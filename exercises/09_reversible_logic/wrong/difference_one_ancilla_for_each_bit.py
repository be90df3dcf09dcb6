# task: difference
# why: A carry register of its own: right, with too many ancillas.
# fails: assert_same_unitary wrong_size
def difference(n):
    circuit = QuantumCircuit(3 * n)
    circuit.x(range(n))
    carry = list(range(2 * n, 3 * n))
    up = QuantumCircuit(3 * n)
    for k in range(n - 1):
        up.ccx(k, n + k, carry[k + 1])
        up.cx(k, n + k)
        up.ccx(carry[k], n + k, carry[k + 1])
        up.cx(k, n + k)
    circuit.compose(up, inplace=True)
    for k in reversed(range(n)):
        circuit.cx(k, n + k)
        circuit.cx(carry[k], n + k)
        if k:
            j = k - 1
            circuit.cx(j, n + j)
            circuit.ccx(carry[j], n + j, carry[k])
            circuit.cx(j, n + j)
            circuit.ccx(j, n + j, carry[k])
    circuit.x(range(2 * n))
    return circuit
