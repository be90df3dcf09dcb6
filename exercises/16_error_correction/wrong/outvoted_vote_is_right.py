# task: outvoted
# why: Returns the probability that the majority is right.
# fails: assert_implements wrong_value
def outvoted(chances):
    right = 0.0
    for pattern in product((0, 1), repeat=len(chances)):
        if 2 * sum(pattern) < len(chances):
            right += math.prod(p if bit else 1 - p for p, bit in zip(chances, pattern, strict=True))
    return right, 1 - right < min(chances)
