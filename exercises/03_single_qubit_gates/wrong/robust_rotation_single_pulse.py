# task: robust_rotation
# why: The pulse itself, with no correction at all.
# fails: assert wrong_value


def robust_rotation(theta):
    return [(theta, 0.0)]
