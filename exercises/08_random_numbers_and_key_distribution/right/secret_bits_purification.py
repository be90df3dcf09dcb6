# task: secret_bits
# why: Builds the purification from the root of rho and takes Helstrom's formula with eigenvalues.
def secret_bits(rho):
    weights, vectors = np.linalg.eigh(rho)
    square = vectors @ np.diag(np.sqrt(np.clip(weights, 0, 1)))  # row: the bit; column: Eve
    difference = np.outer(square[0], square[0].conj()) - np.outer(square[1], square[1].conj())
    return -np.log2((1 + np.sum(np.abs(np.linalg.eigvalsh(difference)))) / 2)
