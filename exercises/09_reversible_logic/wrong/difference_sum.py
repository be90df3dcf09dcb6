# task: difference
# why: Computes x + y, which is the same for one bit.
# fails: assert_same_unitary wrong_unitary
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)
    carries = [2 * n, *range(n - 1)]
    for k in range(n):
        circuit.cx(k, n + k)
        circuit.cx(k, carries[k])
        circuit.ccx(carries[k], n + k, k)
    for k in reversed(range(n)):
        circuit.ccx(carries[k], n + k, k)
        circuit.cx(k, carries[k])
        circuit.cx(carries[k], n + k)
    return circuit
