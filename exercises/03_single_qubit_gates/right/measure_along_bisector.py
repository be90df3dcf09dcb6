# task: measure_along
# why: A half turn about the axis halfway between n and z exchanges the two, as H does for x and z.


def measure_along(axis):
    circuit = QuantumCircuit(1, 1)
    middle = np.array(axis, dtype=float) + [0, 0, 1]
    if np.linalg.norm(middle) < 1e-6:
        circuit.x(0)
    else:
        nx, ny, nz = middle / np.linalg.norm(middle)
        circuit.unitary(np.array([[nz, nx - 1j * ny], [nx + 1j * ny, -nz]]), 0)
    circuit.measure(0, 0)
    return circuit
