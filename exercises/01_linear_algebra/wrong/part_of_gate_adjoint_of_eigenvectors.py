# task: part_of_gate
# why: Takes for granted that eig returns orthonormal eigenvectors.
# fails: assert_implements not_unitary


def part_of_gate(gate, t):
    values, vectors = np.linalg.eig(gate)
    return vectors @ np.diag(np.exp(1j * t * np.angle(values))) @ vectors.conj().T
