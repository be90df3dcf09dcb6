# task: runs
# why: Waits for n independent samples, which never come for k > 0 but are counted here.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    m = 0
    while 1 - math.prod(1 - 2.0 ** (i - m) for i in range(n)) > failure:
        m += 1
    return m
