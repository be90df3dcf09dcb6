# task: lone_qubit
# why: Puts the matrix together from the averages of X, Y and Z.
from qiskit.quantum_info import SparsePauliOp, Statevector


def lone_qubit(amplitudes, qubit):
    state = Statevector(amplitudes)
    n = state.num_qubits
    rho = np.eye(2, dtype=complex) / 2
    paulis = {"X": [[0, 1], [1, 0]], "Y": [[0, -1j], [1j, 0]], "Z": [[1, 0], [0, -1]]}
    for letter, matrix in paulis.items():
        observable = SparsePauliOp.from_sparse_list([(letter, [qubit], 1)], num_qubits=n)
        rho += state.expectation_value(observable).real * np.array(matrix) / 2
    return rho
