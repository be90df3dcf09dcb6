# task: split_state
# why: Takes the eigenvector of the reduced state of qubit 1 with eigenvalue 1, and projects on it.
def split_state(amplitudes):
    square = np.array(amplitudes, dtype=complex).reshape(2, 2)
    rho = square @ square.conj().T
    values, vectors = np.linalg.eigh(rho)
    if values[-1] < 1 - 1e-5:
        return None
    high = vectors[:, -1]
    low = high.conj() @ square
    return high, low
