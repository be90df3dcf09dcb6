# task: along_axes
# why: Applies H before S† for Y; S† then changes no probability.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        if axis in "XY":
            circuit.h(qubit)
        if axis == "Y":
            circuit.sdg(qubit)
    circuit.measure_all()
    return circuit
