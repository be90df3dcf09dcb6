# task: part_of_gate
# why: The Schur form of a unitary matrix is diagonal, with orthonormal columns whatever coincides.

from scipy.linalg import schur


def part_of_gate(gate, t):
    triangle, basis = schur(np.array(gate, dtype=complex), output="complex")
    powers = np.exp(1j * t * np.angle(np.diag(triangle)))
    return (basis * powers) @ basis.conj().T
