# task: along_axes
# why: Ignores the axes.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    circuit.measure_all()
    return circuit
