# task: weighted_sum
# why: Uses a control on 0, a phase in front of both branches, and the inner product for the probability.
def weighted_sum(first, second, a, b):
    n = first.num_qubits
    flag, data = n, list(range(n))
    circuit = QuantumCircuit(n + 1)
    turn = 2 * np.arccos(np.sqrt(abs(a) / (abs(a) + abs(b))))
    circuit.u(turn, np.angle(b) - np.angle(a), 0, flag)
    circuit.append(first.to_gate().control(1, ctrl_state=0), [flag, *data])
    circuit.append(second.to_gate().control(1, ctrl_state=1), [flag, *data])
    circuit.ry(-turn, flag)
    overlap = np.vdot(Statevector(first).data, Statevector(second).data)
    squared = abs(a) ** 2 + abs(b) ** 2 + 2 * (np.conj(a) * b * overlap).real
    return circuit, float(squared / (abs(a) + abs(b)) ** 2)
