# task: bloch_angles
# why: Computes the Bloch vector from expectation values first, then its spherical angles.

from qiskit.quantum_info import Pauli, Statevector


def bloch_angles(state):
    psi = Statevector(state)
    x, y, z = (psi.expectation_value(Pauli(axis)).real for axis in "XYZ")
    phi = np.arctan2(y, x)
    return np.arccos(np.clip(z, -1, 1)), phi if phi >= 0 else phi + 2 * np.pi
