# task: measure_along
# why: Turns the qubit correctly and forgets to measure.
# fails: assert_distribution missing_measurement


def measure_along(axis):
    nx, ny, nz = axis
    circuit = QuantumCircuit(1, 1)
    circuit.rz(-np.arctan2(ny, nx), 0)
    circuit.ry(-np.arccos(np.clip(nz, -1, 1)), 0)
    return circuit
