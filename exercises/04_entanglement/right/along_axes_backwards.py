# task: along_axes
# why: Prepares the positive end of each axis and runs that backwards before measuring.
def along_axes(preparation, axes):
    ends = QuantumCircuit(preparation.num_qubits)
    for qubit, axis in enumerate(axes[::-1]):
        if axis != "Z":
            ends.h(qubit)
        if axis == "Y":
            ends.s(qubit)
    circuit = preparation.compose(ends.inverse())
    circuit.measure_all()
    return circuit
