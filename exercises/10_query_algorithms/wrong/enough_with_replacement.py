# task: enough
# why: Takes the draws for independent tosses of a coin, as if an input could be drawn again.
# fails: assert_implements wrong_value
def enough(n, error):
    if error == 0:
        return 2 ** (n - 1) + 1
    q = 1
    while 0.5 ** (q - 1) > error:
        q += 1
    return min(q, 2 ** (n - 1) + 1)
