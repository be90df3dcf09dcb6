# task: scales
# why: Decides the bits from the highest down with controlled rotations; the bit is collected by measurements.
def scales(oracle, weights):
    from qiskit.circuit.library import RYGate

    n = len(weights).bit_length() - 1
    prepare = QuantumCircuit(n)
    for level in range(n):
        qubit = n - 1 - level
        for prefix in range(2**level):
            block = weights[prefix << (qubit + 1) : (prefix + 1) << (qubit + 1)]
            half = len(block) // 2
            angle = 2 * math.atan2(math.sqrt(sum(block[half:])), math.sqrt(sum(block[:half])))
            if level == 0:
                prepare.ry(angle, qubit)
            else:
                turn = RYGate(angle).control(level, ctrl_state=prefix)
                prepare.append(turn, [*range(qubit + 1, n), qubit])
    circuit = QuantumCircuit(n + 1, 1)
    circuit.compose(prepare, range(n), inplace=True)
    circuit.x(n)
    circuit.h(n)
    circuit.append(oracle, range(n + 1))
    circuit.compose(prepare.inverse(), range(n), inplace=True)
    circuit.measure(0, 0)
    for qubit in range(1, n):
        with circuit.if_test((circuit.clbits[0], 0)):
            circuit.measure(qubit, 0)
    return circuit
