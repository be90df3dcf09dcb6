# task: difference
# why: Takes the first qubit of each register for the most significant bit.
# fails: assert_same_unitary qubits_permuted
def difference(n):
    circuit = QuantumCircuit(2 * n + 1)
    circuit.x(range(n))
    x, y = list(reversed(range(n))), list(reversed(range(n, 2 * n)))
    carries = [2 * n, *x[:-1]]
    for k in range(n):
        circuit.cx(x[k], y[k])
        circuit.cx(x[k], carries[k])
        circuit.ccx(carries[k], y[k], x[k])
    for k in reversed(range(n)):
        circuit.ccx(carries[k], y[k], x[k])
        circuit.cx(x[k], carries[k])
        circuit.cx(carries[k], y[k])
    circuit.x(range(2 * n))
    return circuit
