# task: enough
# why: Stops at half of all inputs, which a balanced function can fill with one value.
# fails: assert_implements wrong_value
def enough(n, error):
    for q in range(1, 2 ** (n - 1)):
        if 2 * math.comb(2 ** (n - 1), q) / math.comb(2**n, q) <= error:
            return q
    return 2 ** (n - 1)
