# task: measure_in_basis
# why: Appends the inverse of a preparation of the first basis state.


def measure_in_basis(preparation, first):
    back = QuantumCircuit(1)
    back.prepare_state(first, 0)
    circuit = preparation.compose(back.inverse())
    circuit.measure_all()
    return circuit
