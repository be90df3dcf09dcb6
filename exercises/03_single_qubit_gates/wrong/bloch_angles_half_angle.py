# task: bloch_angles
# why: Forgets that the formula has half of theta.
# fails: assert_implements wrong_value


def bloch_angles(state):
    a, b = state
    theta = np.arctan2(abs(b), abs(a))
    return theta, (np.angle(b) - np.angle(a)) % (2 * np.pi)
