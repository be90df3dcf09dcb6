# task: shots_needed
# why: Returns 0 shots for a certain outcome.
# fails: assert_implements wrong_value


def shots_needed(standard_error, p=None):
    p = 0.5 if p is None else p
    return int(np.ceil(p * (1 - p) / standard_error**2))
