# task: runs
# why: A bound instead of the probability: adds the chances to fail.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    d = n - k
    m = d
    while d and sum(2.0 ** (i - m) for i in range(d)) > failure:
        m += 1
    return m
