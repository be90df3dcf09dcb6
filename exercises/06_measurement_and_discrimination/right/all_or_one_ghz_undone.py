# task: all_or_one
# why: Runs the preparation of GHZ backwards, asks whether all qubits are 0, and prepares again.
def all_or_one(n):
    prepare = QuantumCircuit(n + 1, 1)
    prepare.h(0)
    for k in range(n - 1):
        prepare.cx(k, k + 1)
    circuit = prepare.inverse()
    circuit.x(n)
    circuit.mcx(list(range(n)), n, ctrl_state=0)
    circuit.measure(n, 0)
    return circuit.compose(prepare)
