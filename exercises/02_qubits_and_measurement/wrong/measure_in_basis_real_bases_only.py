# task: measure_in_basis
# why: Knows only bases with real amplitudes.
# fails: assert_implements impossible_outcome


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.ry(-2 * np.arctan2(np.real(b), np.real(a)), 0)
    circuit.measure_all()
    return circuit
