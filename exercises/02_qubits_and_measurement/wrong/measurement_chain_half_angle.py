# task: measurement_chain
# why: Uses half of the angle, as in the gate.
# fails: assert_implements wrong_value


def chain_probability(angles, outcomes, direction=0.0):
    if not angles:
        return 1.0
    total = 0.0
    for outcome in (0, 1):
        if outcomes[0] in (None, outcome):
            found = angles[0] + outcome * np.pi
            weight = np.cos((found - direction) / 2) ** 2
            total += weight * chain_probability(angles[1:], outcomes[1:], found)
    return total
