# task: tell_signs
# why: A circuit that measures a qubit in 0, whatever is prepared.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = QuantumCircuit(1, 1)
    circuit.measure(0, 0)
    return circuit
