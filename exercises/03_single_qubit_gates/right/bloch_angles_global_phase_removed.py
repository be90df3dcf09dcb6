# task: bloch_angles
# why: Divides the global phase away, so that the first amplitude is real, then compares with the definition.


def bloch_angles(state):
    state = np.array(state, dtype=complex)
    if abs(state[0]) > 1e-12:
        state = state * abs(state[0]) / state[0]
    theta = 2 * np.arccos(np.clip(state[0].real, 0, 1)) if abs(state[0]) > 1e-12 else np.pi
    phi = np.angle(state[1])
    if phi < 0:
        phi += 2 * np.pi
    return [theta, phi]
