# task: bloch_angles
# why: Subtracts the phases in the wrong order: the mirror image in the plane of x and z.
# fails: assert_implements wrong_value


def bloch_angles(state):
    a, b = state
    theta = 2 * np.arctan2(abs(b), abs(a))
    return theta, (np.angle(a) - np.angle(b)) % (2 * np.pi)
