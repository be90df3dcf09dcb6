# task: difference
# why: Adds upwards and does not undo the carries.
# fails: assert_same_unitary dirty_ancilla
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)
    circuit.x(range(n))
    carries = [2 * n, *range(n - 1)]
    for k in range(n):
        circuit.cx(k, n + k)
        circuit.cx(k, carries[k])
        circuit.ccx(carries[k], n + k, k)
    circuit.x(range(2 * n))
    return circuit
