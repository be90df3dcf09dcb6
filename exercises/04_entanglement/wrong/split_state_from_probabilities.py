# task: split_state
# why: Takes square roots of the probabilities of each qubit: all phases are lost.
# fails: assert_same_state relative_phase
def split_state(amplitudes):
    square = np.array(amplitudes).reshape(2, 2)
    if abs(np.linalg.det(square)) > 1e-6:
        return None
    weights = np.abs(square) ** 2
    return np.sqrt(weights.sum(axis=1)), np.sqrt(weights.sum(axis=0))
