# task: along_axes
# why: Applies the Pauli gate itself instead of a change of basis.
# fails: assert_distribution impossible_outcome
def along_axes(preparation, axes):
    circuit = preparation.copy()
    for qubit, axis in enumerate(reversed(axes)):
        getattr(circuit, axis.lower())(qubit)
    circuit.measure_all()
    return circuit
