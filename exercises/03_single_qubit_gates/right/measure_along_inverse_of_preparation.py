# task: measure_along
# why: Prepares the state along n with one U gate and uses the inverse circuit.


def measure_along(axis):
    nx, ny, nz = axis
    there = QuantumCircuit(1)
    there.u(np.arctan2(np.hypot(nx, ny), nz), np.arctan2(ny, nx), 0, 0)
    circuit = QuantumCircuit(1, 1)
    circuit.compose(there.inverse(), [0], inplace=True)
    circuit.measure(0, 0)
    return circuit
