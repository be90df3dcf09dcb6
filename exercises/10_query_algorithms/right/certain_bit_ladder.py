# task: certain_bit
# why: An OR from Toffoli gates, one qubit after the other, with an ancilla for each step.
def certain_bit(oracle, n):
    circuit = QuantumCircuit(2 * n, 1)
    circuit.ry(-np.pi / 2, n)  # |-> up to a sign
    circuit.h(range(n))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    last = 0
    for step in range(1, n):
        target = n + step
        circuit.x([last, step, target])
        circuit.ccx(last, step, target)  # 0 exactly if both were 0
        circuit.x([last, step])
        last = target
    circuit.measure(last, 0)
    return circuit
