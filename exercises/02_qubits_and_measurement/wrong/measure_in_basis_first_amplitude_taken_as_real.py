# task: measure_in_basis
# why: Uses the phase of the second amplitude alone.
# fails: assert_implements wrong_distribution


def measure_in_basis(preparation, first):
    a, b = first
    circuit = preparation.copy()
    circuit.p(-np.angle(b), 0)
    circuit.ry(-2 * np.arctan2(abs(b), abs(a)), 0)
    circuit.measure_all()
    return circuit
