# task: measure_along
# why: The rows of the gate are the eigenvectors of the observable n·(X, Y, Z).


def measure_along(axis):
    nx, ny, nz = axis
    observable = np.array([[nz, nx - 1j * ny], [nx + 1j * ny, -nz]])
    _, vectors = np.linalg.eigh(observable)
    plus_first = vectors[:, ::-1]
    circuit = QuantumCircuit(1, 1)
    circuit.unitary(plus_first.conj().T, 0)
    circuit.measure(0, 0)
    return circuit
