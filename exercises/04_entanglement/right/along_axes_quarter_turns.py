# task: along_axes
# why: Turns the axis onto z by quarter turns: about -y for X, about x for Y.
def along_axes(preparation, axes):
    n = preparation.num_qubits
    circuit = QuantumCircuit(n, n)
    circuit.compose(preparation, inplace=True)
    for qubit in range(n):
        axis = axes[n - 1 - qubit]
        if axis == "X":
            circuit.ry(-np.pi / 2, qubit)
        elif axis == "Y":
            circuit.rx(np.pi / 2, qubit)
    circuit.measure(range(n), range(n))
    return circuit
