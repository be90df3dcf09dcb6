# task: enough
# why: Counts only the functions' zeros: the chance that all values are 0 is half as large.
# fails: assert_implements wrong_value
def enough(n, error):
    q, chance = 1, 0.5
    while chance > error:
        chance *= (2 ** (n - 1) - q) / (2**n - q)
        q += 1
    return q
