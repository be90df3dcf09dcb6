# task: measure_along
# why: Uses arctan(ny/nx), which loses the quadrant: axes with negative nx come out opposite.
# fails: assert_distribution wrong_distribution


def measure_along(axis):
    nx, ny, nz = axis
    phi = np.arctan(ny / nx) if nx else np.sign(ny) * np.pi / 2
    circuit = QuantumCircuit(1, 1)
    circuit.rz(-phi, 0)
    circuit.ry(-np.arccos(np.clip(nz, -1, 1)), 0)
    circuit.measure(0, 0)
    return circuit
