# task: robust_rotation
# why: Two full turns after the pulse remove the error of first order, but not that of second order.
# fails: assert_between out_of_range


def robust_rotation(theta):
    phase = np.arccos(-theta / (4 * np.pi))
    return [(theta, 0.0), (2 * np.pi, phase), (2 * np.pi, -phase)]
