# task: shots_needed
# why: Ignores what is known about p.
# fails: assert_implements wrong_value


def shots_needed(standard_error, p=None):
    return max(1, int(np.ceil(0.25 / standard_error**2)))
