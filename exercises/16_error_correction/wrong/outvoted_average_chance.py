# task: outvoted
# why: Puts the average of the chances into the binomial formula.
# fails: assert_implements wrong_value
def outvoted(chances):
    n, p = len(chances), sum(chances) / len(chances)
    wrong = sum(math.comb(n, k) * p**k * (1 - p) ** (n - k) for k in range(n // 2 + 1, n + 1))
    return wrong, wrong < min(chances)
