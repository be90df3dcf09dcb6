# task: measurement_chain
# why: Lets every measurement start from the first state.
# fails: assert_implements wrong_value


def chain_probability(angles, outcomes):
    probability = 1.0
    for angle, outcome in zip(angles, outcomes, strict=True):
        if outcome == 0:
            probability *= np.cos(angle) ** 2
        elif outcome == 1:
            probability *= np.sin(angle) ** 2
    return probability
