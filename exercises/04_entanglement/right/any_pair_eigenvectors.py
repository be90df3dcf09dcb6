# task: any_pair
# why: Takes the Schmidt basis of qubit 1 from its reduced state; the matrix of qubit 0 follows by projection.
def settings(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    weights, vectors = np.linalg.eigh(square @ square.conj().T)
    a = vectors[:, ::-1]
    sizes = np.sqrt(np.clip(weights[::-1], 0, 1))
    rows = a.conj().T @ square
    first = rows[0] / np.linalg.norm(rows[0])
    second = np.array([-first[1].conj(), first[0].conj()])
    phase = np.vdot(second, rows[1])
    if abs(phase) > 1e-9:
        second = second * phase / abs(phase)
    b = np.array([first, second]).T
    return 2 * np.arctan2(sizes[1], sizes[0]), a, b
