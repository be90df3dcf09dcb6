# task: machine
# why: Leaves the factories out of the sum of errors, though not out of the size.
# fails: assert_implements wrong_value
def machine(logical, tgates, rotations, delta, p, factories):
    if 100 * p >= 1:
        return []
    each = math.ceil(3 * math.log2(2 * rotations / delta)) if rotations else 0
    total, d = tgates + rotations * each, 3
    while 2 * logical * total * d * 0.1 * (100 * p) ** ((d + 1) / 2) > delta / 2:
        d += 2
    return [total, d, total * d, (2 * logical + 12 * factories) * (2 * d**2 - 1)]
