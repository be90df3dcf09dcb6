# task: along_axes
# why: Takes the change of basis from the eigenvectors of the Pauli matrices.
def along_axes(preparation, axes):
    r = np.sqrt(0.5)
    bras = {
        "X": np.array([[r, r], [r, -r]]),
        "Y": np.array([[r, -1j * r], [r, 1j * r]]),
        "Z": np.eye(2),
    }
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        circuit.unitary(bras[axis], [qubit])
    circuit.measure_all()
    return circuit
