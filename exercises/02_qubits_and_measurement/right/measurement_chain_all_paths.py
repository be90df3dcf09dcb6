# task: measurement_chain
# why: Adds up the probabilities of all complete lists of outcomes.


def chain_probability(angles, outcomes):
    total = 0
    for path in itertools.product(*[[0, 1] if k is None else [k] for k in outcomes]):
        state, probability = np.array([1, 0]), 1
        for angle, k in zip(angles, path, strict=True):
            c, s = np.cos(angle), np.sin(angle)
            found = np.array([[c, s], [-s, c]])[k]
            probability *= np.dot(found, state) ** 2
            state = found
        total += probability
    return total
