# task: difference
# why: Begins with the carry 1, as one does for y - x by complements: the result is one too small.
# fails: assert_same_unitary off_by_gate
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)
    circuit.x(range(n))
    circuit.x(2 * n)
    carries = [2 * n, *range(n - 1)]
    for k in range(n):
        circuit.cx(k, n + k)
        circuit.cx(k, carries[k])
        circuit.ccx(carries[k], n + k, k)
    for k in reversed(range(n)):
        circuit.ccx(carries[k], n + k, k)
        circuit.cx(k, carries[k])
        circuit.cx(carries[k], n + k)
    circuit.x(2 * n)
    circuit.x(range(2 * n))
    return circuit
