# task: runs
# why: Uses n - 1 whatever k is.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    m = 0
    while 1 - math.prod(1 - 2.0 ** (i - m) for i in range(n - 1)) > failure:
        m += 1
    return m
