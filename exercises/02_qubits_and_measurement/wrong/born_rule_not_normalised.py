# task: born_rule
# why: Trusts that the input is normalised.
# fails: assert_implements wrong_value


def outcome_probabilities(amplitudes):
    return np.abs(np.array(amplitudes)) ** 2
