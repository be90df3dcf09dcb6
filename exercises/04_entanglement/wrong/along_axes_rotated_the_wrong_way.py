# task: along_axes
# why: Turns about +y for X: the outcomes of X come out exchanged.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        if axis == "X":
            circuit.ry(np.pi / 2, qubit)
        if axis == "Y":
            circuit.rx(np.pi / 2, qubit)
    circuit.measure_all()
    return circuit
