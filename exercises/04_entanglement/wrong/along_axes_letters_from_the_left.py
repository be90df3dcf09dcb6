# task: along_axes
# why: Gives qubit 0 the leftmost letter.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    for qubit, axis in enumerate(axes):
        if axis == "Y":
            circuit.sdg(qubit)
        if axis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit
