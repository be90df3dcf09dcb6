# task: measurement_chain
# why: Adds the amplitudes of the two paths of a forgotten outcome.
# fails: assert_implements wrong_value


def chain_probability(angles, outcomes):
    state = np.array([1.0, 0.0])
    for angle, outcome in zip(angles, outcomes, strict=True):
        b = [np.array([np.cos(angle), np.sin(angle)]), np.array([-np.sin(angle), np.cos(angle)])]
        paths = b if outcome is None else [b[outcome]]
        state = sum(np.dot(found, state) * found for found in paths)
    return np.dot(state, state)
