# task: shots_needed
# why: Takes 1 for the least favourable probability times its complement.
# fails: assert_implements wrong_value


def shots_needed(standard_error, p=None):
    variance = 1 if p is None else p * (1 - p)
    return max(1, int(np.ceil(variance / standard_error**2)))
