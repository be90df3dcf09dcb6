# task: measure_along
# why: Adds the longitude instead of taking it away; right wherever ny is zero.
# fails: assert_distribution wrong_distribution


def measure_along(axis):
    nx, ny, nz = axis
    circuit = QuantumCircuit(1, 1)
    circuit.rz(np.arctan2(ny, nx), 0)
    circuit.ry(-np.arccos(np.clip(nz, -1, 1)), 0)
    circuit.measure(0, 0)
    return circuit
