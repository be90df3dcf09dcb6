# task: part_of_gate
# why: The Cayley transform is Hermitian, has the same eigenvectors and the tangents of the half angles.


def part_of_gate(gate, t):
    one = np.eye(len(gate))
    tangents = -1j * np.linalg.inv(one + gate) @ (gate - one)
    values, vectors = np.linalg.eigh((tangents + tangents.conj().T) / 2)
    return vectors @ np.diag(np.exp(2j * t * np.arctan(values))) @ vectors.conj().T
