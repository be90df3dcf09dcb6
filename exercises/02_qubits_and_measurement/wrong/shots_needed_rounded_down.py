# task: shots_needed
# why: Rounds down, so that the error is slightly too large.
# fails: assert_implements wrong_value


def shots_needed(standard_error, p=None):
    p = 0.5 if p is None else p
    return max(1, int(p * (1 - p) / standard_error**2))
