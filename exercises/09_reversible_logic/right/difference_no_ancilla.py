# task: difference
# why: The carries on the qubits of x themselves, without any ancilla.
def difference(n):
    circuit = QuantumCircuit(2 * n)
    x, y = list(range(n)), list(range(n, 2 * n))
    circuit.x(x)
    for k in range(1, n):
        circuit.cx(x[k], y[k])
    for k in range(n - 2, 0, -1):
        circuit.cx(x[k], x[k + 1])
    for k in range(n - 1):
        circuit.ccx(x[k], y[k], x[k + 1])
    for k in range(n - 1, 0, -1):
        circuit.cx(x[k], y[k])
        circuit.ccx(x[k - 1], y[k - 1], x[k])
    for k in range(1, n - 1):
        circuit.cx(x[k], x[k + 1])
    circuit.cx(x[0], y[0])
    for k in range(1, n):
        circuit.cx(x[k], y[k])
    circuit.x(x)
    circuit.x(y)
    return circuit
