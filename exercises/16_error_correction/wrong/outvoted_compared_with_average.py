# task: outvoted
# why: Compares with a qubit of average quality instead of the best one.
# fails: assert_implements wrong_value
def outvoted(chances):
    wrong = 0.0
    for pattern in product((0, 1), repeat=len(chances)):
        if 2 * sum(pattern) > len(chances):
            wrong += math.prod(p if bit else 1 - p for p, bit in zip(chances, pattern, strict=True))
    return wrong, wrong < sum(chances) / len(chances)
