# task: measure_along
# why: Turns z to the axis instead of the axis to z.
# fails: assert_distribution impossible_outcome


def measure_along(axis):
    nx, ny, nz = axis
    circuit = QuantumCircuit(1, 1)
    circuit.ry(np.arccos(np.clip(nz, -1, 1)), 0)
    circuit.rz(np.arctan2(ny, nx), 0)
    circuit.measure(0, 0)
    return circuit
