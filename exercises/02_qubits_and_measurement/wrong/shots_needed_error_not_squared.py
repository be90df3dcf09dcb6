# task: shots_needed
# why: Forgets the square: takes the error to fall as 1/N.
# fails: assert_implements wrong_value


def shots_needed(standard_error, p=None):
    p = 0.5 if p is None else p
    return max(1, int(np.ceil(np.sqrt(p * (1 - p)) / standard_error)))
