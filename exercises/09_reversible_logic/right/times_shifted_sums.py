# task: times
# why: Decrements where that is shorter: adds the factor minus one, or subtracts its complement.
def times(n, a):
    if not a & 1:
        return None
    circuit = QuantumCircuit(n)

    def increment(control, qubits):
        part = QuantumCircuit(n)
        while qubits:
            *lower, top = qubits
            part.mcx([control, *lower], top)
            qubits = lower
        return part

    for k in range(n - 2, -1, -1):
        above = list(range(k + 1, n))
        size = 2 ** len(above)
        constant = (a - 1) // 2 % size
        backwards = (size - constant) % size
        fewer = backwards.bit_count() < constant.bit_count()
        for j in range(len(above)):
            if (backwards if fewer else constant) >> j & 1:
                part = increment(k, above[j:])
                circuit.compose(part.inverse() if fewer else part, inplace=True)
    return circuit
