# task: bloch_angles
# why: Takes the phase of the second amplitude and ignores that of the first, so a global phase changes the answer.
# fails: assert_implements wrong_value


def bloch_angles(state):
    a, b = state
    theta = 2 * np.arctan2(abs(b), abs(a))
    return theta, np.angle(b) % (2 * np.pi)
