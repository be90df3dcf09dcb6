# task: all_or_one
# why: Writes the parity of each pair of neighbours into an ancilla of its own and undoes it.
def all_or_one(n):
    pairs = list(range(n, 2 * n - 1))
    flag = 2 * n - 1
    compute = QuantumCircuit(2 * n, 1)
    for k, ancilla in enumerate(pairs):
        compute.cx(k, ancilla)
        compute.cx(k + 1, ancilla)
    circuit = compute.copy()
    circuit.x([*pairs, flag])
    circuit.mcx(pairs, flag)
    circuit.x(pairs)
    circuit = circuit.compose(compute.inverse())
    circuit.measure(flag, 0)
    return circuit
