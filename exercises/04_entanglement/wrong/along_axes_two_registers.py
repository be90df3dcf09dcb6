# task: along_axes
# why: Makes classical bits and then calls measure_all, which adds as many again.
# fails: assert_distribution wrong_length
def along_axes(preparation, axes):
    n = preparation.num_qubits
    circuit = QuantumCircuit(n, n)
    circuit.compose(preparation, inplace=True)
    for qubit, axis in enumerate(reversed(axes)):
        if axis == "Y":
            circuit.sdg(qubit)
        if axis in "XY":
            circuit.h(qubit)
    circuit.measure_all()
    return circuit
