# task: turns_from_matrix
# why: Uses Qiskit's decomposer.

from qiskit.synthesis import OneQubitEulerDecomposer


def turns_from_matrix(matrix):
    gamma, beta, lam, delta = OneQubitEulerDecomposer("ZYZ").angles_and_phase(np.array(matrix))
    circuit = QuantumCircuit(1)
    circuit.global_phase = delta
    circuit.rz(lam, 0)
    circuit.ry(gamma, 0)
    circuit.rz(beta, 0)
    return circuit
