# task: robust_rotation
# why: The phases are given in degrees.
# fails: assert_between out_of_range


def robust_rotation(theta):
    phase = np.degrees(np.arccos(-theta / (4 * np.pi)))
    return [(np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase), (theta, 0.0)]
