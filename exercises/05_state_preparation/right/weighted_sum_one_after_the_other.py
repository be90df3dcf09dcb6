# task: weighted_sum
# why: Always does the first circuit; if qubit n is 1, undoes it and does the second.
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    circuit = QuantumCircuit(n + 1)
    turn = 2 * np.arctan2(np.sqrt(abs(b)), np.sqrt(abs(a)))
    circuit.ry(turn, n)
    circuit.compose(first, range(n), inplace=True)
    exchange = first.inverse().compose(second).to_gate().control(1)
    circuit.append(exchange, [n, *range(n)])
    circuit.p(np.angle(b) - np.angle(a), n)
    circuit.ry(-turn, n)
    total = a * Statevector(first).data + b * Statevector(second).data
    return circuit, np.vdot(total, total).real / (abs(a) + abs(b)) ** 2
