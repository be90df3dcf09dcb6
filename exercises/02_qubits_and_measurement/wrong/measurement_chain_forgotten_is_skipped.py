# task: measurement_chain
# why: Treats a forgotten measurement as one that never took place.
# fails: assert_implements wrong_value


def chain_probability(angles, outcomes):
    direction, probability = 0.0, 1.0
    for angle, outcome in zip(angles, outcomes, strict=True):
        if outcome is None:
            continue
        found = angle + outcome * np.pi / 2
        probability *= np.cos(found - direction) ** 2
        direction = found
    return probability
