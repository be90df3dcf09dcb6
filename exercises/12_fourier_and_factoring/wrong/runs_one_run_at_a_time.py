# task: runs
# why: Tests each denominator by itself and never combines two runs.
# fails: assert_implements wrong_type
def order_from(runs, t, a, number):
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number - 1)
        if abs(read - guess) > Fraction(1, 2 ** (t + 1)):
            continue
        multiple = guess.denominator
        if pow(a, multiple, number) == 1:
            return next(d for d in range(1, multiple + 1) if pow(a, d, number) == 1)
    return None
