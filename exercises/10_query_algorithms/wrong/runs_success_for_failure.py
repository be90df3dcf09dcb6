# task: runs
# why: Looks for a small chance of success.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    m = 0
    while math.prod(1 - 2.0 ** (i - m) for i in range(n - k)) <= failure:
        m += 1
    return m
