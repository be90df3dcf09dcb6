# task: difference
# why: Recursion over the bits: a block, the rest of the number, the block undone with the sum in it.
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)

    def add_from(k, carry):
        if k == n - 1:  # the last bit needs no carry out
            circuit.cx(k, n + k)
            circuit.cx(carry, n + k)
            return
        circuit.cx(k, n + k)
        circuit.cx(k, carry)
        circuit.ccx(carry, n + k, k)
        add_from(k + 1, k)
        circuit.ccx(carry, n + k, k)
        circuit.cx(k, carry)
        circuit.cx(carry, n + k)

    for k in range(n):
        circuit.x(k)
    add_from(0, 2 * n)
    for k in range(2 * n):
        circuit.x(k)
    return circuit
