# task: along_axes
# why: Uses S before H for Y, which exchanges the two ends of the axis.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        if axis == "Y":
            circuit.s(qubit)
        if axis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit
