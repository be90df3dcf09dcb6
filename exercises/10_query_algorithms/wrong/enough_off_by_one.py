# task: enough
# why: Returns the last number that is not enough.
# fails: assert_implements wrong_value
def enough(n, error):
    q, chance = 0, 1.0
    while chance > error:
        q += 1
        chance *= (2 ** (n - 1) - q) / (2**n - q)
    return q
