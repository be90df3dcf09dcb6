# task: robust_rotation
# why: The phase for theta = π, used for all angles.
# fails: assert_between out_of_range


def robust_rotation(theta):
    phase = np.arccos(-1 / 4)
    return [(np.pi, phase), (2 * np.pi, 3 * phase), (np.pi, phase), (theta, 0.0)]
