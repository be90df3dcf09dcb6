# task: all_hold
# why: Lets each gate look at the first qubits.
# fails: assert_marks qubit_order_reversed
def all_hold(n, conditions):
    m = len(conditions)
    value = n
    counter = list(range(n + 1, n + 1 + m.bit_length()))
    counting = QuantumCircuit(n + 1 + len(counter))
    for gate, places in conditions:
        counting.append(gate, [*range(len(places)), value])
        for j in reversed(range(len(counter))):
            counting.mcx([value, *counter[:j]], counter[j])
        counting.append(gate, [*range(len(places)), value])

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
