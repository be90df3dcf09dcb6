# task: born_rule
# why: Normalises first and lets Qiskit apply the Born rule.


def outcome_probabilities(amplitudes):
    state = np.array(amplitudes, dtype=complex)
    return Statevector(state / np.linalg.norm(state)).probabilities()
