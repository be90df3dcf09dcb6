# task: difference
# why: Subtracts bit by bit without a borrow: right for n = 1 only.
# fails: assert_same_unitary wrong_unitary
def difference(n):
    circuit = QuantumCircuit(2 * n)
    for k in range(n):
        circuit.cx(k, n + k)
    return circuit
