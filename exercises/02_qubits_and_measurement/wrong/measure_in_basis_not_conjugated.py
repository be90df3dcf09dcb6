# task: measure_in_basis
# why: Forgets the complex conjugate in the inner product.
# fails: assert_implements impossible_outcome


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.unitary(np.array([[a, b], [-np.conj(b), np.conj(a)]]), 0)
    circuit.measure_all()
    return circuit
