# task: born_rule
# why: Treats the first two amplitudes as if there were no others.
# fails: assert_implements wrong_length


def outcome_probabilities(amplitudes):
    a, b = abs(amplitudes[0]) ** 2, abs(amplitudes[1]) ** 2
    return [a / (a + b), b / (a + b)]
