# task: all_hold
# why: The counter begins at a number from which m steps lead to all ones.
from qiskit.circuit.library import XGate, ZGate


def all_hold(n, conditions):
    bits = len(conditions).bit_length()
    value, counter = n, [n + 1 + j for j in range(bits)]
    first = 2**bits - 1 - len(conditions)

    counting = QuantumCircuit(n + 1 + bits)
    for j in range(bits):
        if first >> j & 1:
            counting.x(counter[j])
    for gate, places in conditions:
        counting.append(gate, [*places, value])
        for j in range(bits - 1, -1, -1):
            counting.append(XGate().control(j + 1), [value, *counter[: j + 1]])
        counting.append(gate.inverse(), [*places, value])

    circuit = counting.copy()
    if bits == 1:
        circuit.z(counter[0])
    else:
        circuit.append(ZGate().control(bits - 1), counter)
    return circuit.compose(counting.inverse())
