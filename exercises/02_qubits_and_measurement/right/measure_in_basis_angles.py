# task: measure_in_basis
# why: Removes the phase and then rotates, with two elementary gates.


def measure_in_basis(preparation, first):
    a, b = first
    measuring = QuantumCircuit(1, 1)
    measuring.p(np.angle(a) - np.angle(b), 0)
    measuring.ry(-2 * np.arctan2(abs(b), abs(a)), 0)
    measuring.measure(0, 0)
    return measuring.compose(preparation, front=True)
