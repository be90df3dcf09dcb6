# task: runs
# why: Believes the first run: returns its denominator without a test.
# fails: assert_implements wrong_value
def order_from(runs, t, a, number):
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number - 1)
        if abs(read - guess) <= Fraction(1, 2 ** (t + 1)):
            return guess.denominator
    return None
