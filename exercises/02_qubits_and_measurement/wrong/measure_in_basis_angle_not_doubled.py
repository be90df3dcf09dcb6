# task: measure_in_basis
# why: Forgets that the rotation contains half of its angle.
# fails: assert_implements wrong_distribution


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.p(np.angle(a) - np.angle(b), 0)
    circuit.ry(-np.arctan2(abs(b), abs(a)), 0)
    circuit.measure_all()
    return circuit
