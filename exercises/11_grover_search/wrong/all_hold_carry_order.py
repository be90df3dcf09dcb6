# task: all_hold
# why: Flips the lowest bit first, so that the carries see the new bits.
# fails: assert_marks marks_too_many
def all_hold(n, conditions):
    m = len(conditions)
    value = n
    counter = list(range(n + 1, n + 1 + m.bit_length()))
    counting = QuantumCircuit(n + 1 + len(counter))
    for gate, places in conditions:
        counting.append(gate, [*places, value])
        for j in range(len(counter)):
            counting.mcx([value, *counter[:j]], counter[j])
        counting.append(gate, [*places, value])

    zeros = [qubit for j, qubit in enumerate(counter) if not m >> j & 1]
    circuit = counting.copy()
    if zeros:
        circuit.x(zeros)
    if len(counter) == 1:
        circuit.z(counter)
    else:
        circuit.h(counter[-1])
        circuit.mcx(counter[:-1], counter[-1])
        circuit.h(counter[-1])
    if zeros:
        circuit.x(zeros)
    circuit.compose(counting.inverse(), inplace=True)
    return circuit
