# task: enough
# why: Weighs constant and balanced functions equally instead of looking at the worst one.
# fails: assert_implements wrong_value
def enough(n, error):
    q, chance = 1, 1.0
    while chance / 2 > error:
        chance *= (2 ** (n - 1) - q) / (2**n - q)
        q += 1
    return q
