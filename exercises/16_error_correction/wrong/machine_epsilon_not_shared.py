# task: machine
# why: Gives each rotation the half of the budget instead of its share.
# fails: assert_implements wrong_value
def machine(logical, tgates, rotations, delta, p, factories):
    if 100 * p >= 1:
        return []
    each = math.ceil(3 * math.log2(2 / delta)) if rotations else 0
    total, patches, d = tgates + rotations * each, 2 * logical + 12 * factories, 3
    while patches * total * d * 0.1 * (100 * p) ** ((d + 1) / 2) > delta / 2:
        d += 2
    return [total, d, total * d, patches * (2 * d**2 - 1)]
