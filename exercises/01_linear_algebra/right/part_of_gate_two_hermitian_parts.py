# task: part_of_gate
# why: U + U† and (U - U†)/i are Hermitian and commute: a mixture of them has, almost surely, only common eigenvectors.


def part_of_gate(gate, t):
    cosines = (gate + gate.conj().T) / 2
    sines = (gate - gate.conj().T) / 2j
    _, vectors = np.linalg.eigh(0.8 * cosines + 0.531 * sines)
    lengths = np.einsum("ab,ac,cb->b", vectors.conj(), gate, vectors)
    return np.einsum("ab,b,cb->ac", vectors, np.exp(1j * t * np.angle(lengths)), vectors.conj())
