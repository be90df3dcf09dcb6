# task: born_rule
# why: Drops the imaginary parts.
# fails: assert_implements wrong_value


def outcome_probabilities(amplitudes):
    squares = np.real(np.array(amplitudes)) ** 2
    return squares / np.sum(squares)
