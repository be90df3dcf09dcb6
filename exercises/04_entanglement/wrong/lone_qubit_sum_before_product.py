# task: lone_qubit
# why: Adds up amplitudes instead of products of amplitudes, so cases that differ interfere.
# fails: assert_implements wrong_value
def lone_qubit(amplitudes, qubit):
    state = np.array(amplitudes).reshape(-1, 2, 2**qubit).sum(axis=(0, 2))
    state = state / np.linalg.norm(state)
    return np.outer(state, state.conj())
