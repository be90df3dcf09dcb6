# task: part_of_gate
# why: Uses eigh, which looks at one triangle and takes the matrix for Hermitian.
# fails: assert_implements does_nothing


def part_of_gate(gate, t):
    values, vectors = np.linalg.eigh(gate)
    return vectors @ np.diag(np.exp(1j * t * np.angle(values))) @ vectors.conj().T
