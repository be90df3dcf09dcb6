# task: measure_along
# why: Turns the axis above -y instead of above x, then tilts about x.


def measure_along(axis):
    nx, ny, nz = axis
    theta, phi = np.arccos(max(-1.0, min(1.0, nz))), np.arctan2(ny, nx)
    circuit = QuantumCircuit(1, 1)
    circuit.rz(-np.pi / 2 - phi, 0)
    circuit.rx(-theta, 0)
    circuit.measure(0, 0)
    return circuit
