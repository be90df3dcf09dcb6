# task: measure_along
# why: Undoes the tilt before the longitude; right for axes in the plane of x and z only.
# fails: assert_distribution wrong_distribution


def measure_along(axis):
    nx, ny, nz = axis
    circuit = QuantumCircuit(1, 1)
    circuit.ry(-np.arccos(np.clip(nz, -1, 1)), 0)
    circuit.rz(-np.arctan2(ny, nx), 0)
    circuit.measure(0, 0)
    return circuit
