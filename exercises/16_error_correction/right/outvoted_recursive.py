# task: outvoted
# why: Asks for the chance that at least so many of the rest are flipped.
def outvoted(chances):
    def at_least(needed, rest):
        if needed <= 0:
            return 1.0
        if needed > len(rest):
            return 0.0
        return rest[0] * at_least(needed - 1, rest[1:]) + (1 - rest[0]) * at_least(needed, rest[1:])

    wrong = at_least(len(chances) // 2 + 1, list(chances))
    best = sorted(chances)[0]
    return [wrong, wrong < best]
