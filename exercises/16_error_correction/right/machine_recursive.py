# task: machine
# why: Tries a distance and calls itself for the next.
def machine(logical, tgates, rotations, delta, p, factories):
    each = math.ceil(3 * math.log2(2 * rotations / delta)) if rotations else 0
    n = tgates + each * rotations
    tiles = logical + logical + factories * 12

    def attempt(d):
        rounds = n * d
        if tiles * rounds * 10 ** (-1 + (d + 1) / 2 * math.log10(p * 100)) > delta * 0.5:
            return attempt(d + 2)
        return [n, d, rounds, tiles * (d * d + (d - 1) * (d + 1))]

    return attempt(3) if p * 100 < 1 else []
