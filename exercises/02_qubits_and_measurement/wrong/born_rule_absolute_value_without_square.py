# task: born_rule
# why: Takes the absolute values themselves for probabilities.
# fails: assert_implements wrong_value


def outcome_probabilities(amplitudes):
    sizes = np.abs(np.array(amplitudes))
    return sizes / np.sum(sizes)
