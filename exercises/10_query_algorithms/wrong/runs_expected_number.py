# task: runs
# why: Rounds up the expected number of runs and forgets the failure.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    d = n - k
    return math.ceil(sum(1 / (1 - 2.0 ** (r - d)) for r in range(d)))
