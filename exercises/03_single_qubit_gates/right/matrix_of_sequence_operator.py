# task: matrix_of_sequence
# why: Lets Qiskit build the circuit and its matrix.


def matrix_of(names):
    circuit = QuantumCircuit(1)
    for name in names:
        getattr(circuit, name)(0)
    return Operator(circuit).data
