# task: some_qubits
# why: A plain loop over all amplitudes and all rows of the gate.


def apply_gate(state, gate, qubits):
    result = [0] * len(state)
    for position, amplitude in enumerate(state):
        column, rest = 0, position
        for place, qubit in enumerate(qubits):
            if position & (1 << qubit):
                column |= 1 << place
                rest ^= 1 << qubit
        for row in range(len(gate)):
            target = rest
            for place, qubit in enumerate(qubits):
                if row & (1 << place):
                    target |= 1 << qubit
            result[target] += gate[row][column] * amplitude
    return result
