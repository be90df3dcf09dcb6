# task: born_rule
# why: Squares complex amplitudes without taking the absolute value.
# fails: assert_implements wrong_value


def outcome_probabilities(amplitudes):
    squares = np.array(amplitudes) ** 2
    return squares / np.sum(squares)
