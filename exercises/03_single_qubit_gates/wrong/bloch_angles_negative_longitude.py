# task: bloch_angles
# why: Returns phases between -π and π instead of 0 and 2π.
# fails: assert_implements wrong_value


def bloch_angles(state):
    a, b = state
    return 2 * np.arctan2(abs(b), abs(a)), np.angle(np.conj(a) * b)
