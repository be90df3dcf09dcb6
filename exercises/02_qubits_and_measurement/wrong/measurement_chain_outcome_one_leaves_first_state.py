# task: measurement_chain
# why: Continues from the first basis state whatever the outcome was.
# fails: assert_implements wrong_value


def chain_probability(angles, outcomes):
    direction, probability = 0.0, 1.0
    for angle, outcome in zip(angles, outcomes, strict=True):
        if outcome == 0:
            probability *= np.cos(angle - direction) ** 2
        elif outcome == 1:
            probability *= np.sin(angle - direction) ** 2
        direction = angle
    return probability
