# task: born_rule
# why: Reads the diagonal of the projector on the state.


def outcome_probabilities(amplitudes):
    ket = np.array(amplitudes).reshape(-1, 1)
    projector = ket @ ket.conj().T
    return np.diag(projector).real / np.trace(projector).real
