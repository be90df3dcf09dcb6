# task: runs
# why: Thinks that only the string of zeros is lost, not the dependent ones.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    d = n - k
    if d == 0:
        return 0
    new = 1 - 2.0**-d
    m = d
    while sum(math.comb(m, j) * new**j * (1 - new) ** (m - j) for j in range(d)) > failure:
        m += 1
    return m
