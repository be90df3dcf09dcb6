# task: any_pair
# why: Diagonalises both reduced states separately; the phases of the two bases do not match.
# fails: assert_same_state relative_phase
def settings(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    weights, a = np.linalg.eigh(square @ square.conj().T)
    _, b = np.linalg.eigh(square.T @ square.conj())
    sizes = np.sqrt(np.clip(weights, 0, 1))
    return 2 * np.arctan2(sizes[1], sizes[0]), a, b
