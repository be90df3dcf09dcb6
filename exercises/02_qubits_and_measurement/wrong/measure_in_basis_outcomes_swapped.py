# task: measure_in_basis
# why: Gives the outcome 1 to the first basis state.
# fails: assert_implements wrong_distribution


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.unitary(np.array([[-b, a], [np.conj(a), np.conj(b)]]), 0)
    circuit.measure_all()
    return circuit
