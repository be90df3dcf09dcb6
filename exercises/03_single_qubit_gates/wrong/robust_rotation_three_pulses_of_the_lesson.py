# task: robust_rotation
# why: The sequence of the lesson turns |0> into |1> robustly, but it is no X for every input.
# fails: assert_same_unitary wrong_unitary


def robust_rotation(theta):
    return [(theta / 2, 0.0), (np.pi, np.pi / 2), (theta / 2, 0.0)]
