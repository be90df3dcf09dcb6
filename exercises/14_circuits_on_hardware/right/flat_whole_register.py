# task: flat
# why: Compares the whole register with each value that it can have.
from qiskit import ClassicalRegister, QuantumRegister


def flat(n):
    line = QuantumRegister(2 * n - 1)
    circuit = QuantumCircuit(line)
    circuit.h(line[::2])
    if n == 1:
        return circuit
    outcomes = ClassicalRegister(n - 1, "outcomes")
    circuit.add_register(outcomes)
    circuit.cx(line[:-1:2], line[1::2])
    circuit.cx(line[2::2], line[1::2])
    circuit.measure(line[1::2], outcomes)
    for value in range(1, 2 ** (n - 1)):
        flips, odd = [], 0
        for k in range(n - 1):
            odd ^= value >> k & 1
            if odd:
                flips.append(line[2 * k + 2])
        with circuit.if_test((outcomes, value)):
            circuit.x(flips)
    return circuit
