# task: along_axes
# why: Runs the gates of the preparation backwards.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.reverse_ops()
    for qubit, axis in enumerate(reversed(axes)):
        if axis == "Y":
            circuit.sdg(qubit)
        if axis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit
