# task: turns_from_matrix
# why: Lets the transpiler rewrite the matrix in the two allowed gates.

from qiskit import transpile


def turns_from_matrix(matrix):
    circuit = QuantumCircuit(1)
    circuit.unitary(matrix, 0)
    return transpile(circuit, basis_gates=["rz", "ry"], optimization_level=3)
