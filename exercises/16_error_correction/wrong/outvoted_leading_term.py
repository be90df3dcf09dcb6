# task: outvoted
# why: Counts patterns with just the smallest majority of flips.
# fails: assert_implements wrong_value
def outvoted(chances):
    n, wrong = len(chances), 0.0
    for places in combinations(range(n), n // 2 + 1):
        wrong += math.prod(p if k in places else 1 - p for k, p in enumerate(chances))
    return wrong, wrong < min(chances)
