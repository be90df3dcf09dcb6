# task: bloch_angles
# why: Uses arccos of the real part of the first amplitude, which is right only where that amplitude is real and positive.
# fails: assert_implements wrong_value


def bloch_angles(state):
    a, b = complex(state[0]), complex(state[1])
    theta = 2 * np.arccos(np.clip(a.real, -1, 1))
    return theta, (np.angle(b) - np.angle(a)) % (2 * np.pi)
