# task: certain_bit
# why: One bit collects: as soon as it is 1, no further qubit is looked at.
def certain_bit(oracle, n):
    circuit = QuantumCircuit(n + 1, 1)
    circuit.x(n)
    circuit.h(range(n + 1))
    circuit.append(oracle, range(n + 1))
    circuit.h(range(n))
    circuit.measure(0, 0)
    for qubit in range(1, n):
        with circuit.if_test((circuit.clbits[0], 0)):
            circuit.measure(qubit, 0)
    return circuit
