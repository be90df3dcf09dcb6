# task: tell_signs
# why: Starts a new circuit and forgets the preparation.
# fails: assert_implements impossible_outcome


def tell_signs(preparation):
    circuit = QuantumCircuit(1, 1)
    circuit.h(0)
    circuit.measure(0, 0)
    return circuit
