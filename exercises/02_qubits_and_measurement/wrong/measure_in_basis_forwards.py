# task: measure_in_basis
# why: Appends the preparation of the basis state and not its inverse.
# fails: assert_implements impossible_outcome


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.unitary(np.array([[a, -np.conj(b)], [b, np.conj(a)]]), 0)
    circuit.measure_all()
    return circuit
