# task: which_gate
# why: Undoes the Bell circuit, which is right for the Pauli gates in one order.
# fails: assert_distribution qubit_order_reversed
def which_gate(unknown, gates):
    circuit = QuantumCircuit(2, 2)
    circuit.h(0)
    circuit.cx(0, 1)
    circuit.append(unknown, [0])
    circuit.cx(0, 1)
    circuit.h(0)
    circuit.measure([0, 1], [0, 1])
    return circuit
