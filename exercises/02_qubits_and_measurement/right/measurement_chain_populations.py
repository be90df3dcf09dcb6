# task: measurement_chain
# why: Carries the probabilities of the two basis states from step to step.


def chain_probability(angles, outcomes):
    before, weights = 0.0, np.array([1.0, 0.0])
    for angle, outcome in zip(angles, outcomes, strict=True):
        stay, turn = np.cos(angle - before) ** 2, np.sin(angle - before) ** 2
        weights = np.array([[stay, turn], [turn, stay]]) @ weights
        if outcome is not None:
            weights[1 - outcome] = 0
        before = angle
    return weights.sum()
