# task: robust_rotation
# why: The correction points along +x and doubles the error instead of removing it.
# fails: assert_between out_of_range


def robust_rotation(theta):
    phase = np.arccos(theta / (4 * np.pi))
    return [(np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase), (theta, 0.0)]
