# task: robust_rotation
# why: The pulse itself, with no correction at all.
# fails: assert_between out_of_range


def robust_rotation(theta):
    return [(theta, 0.0)]
