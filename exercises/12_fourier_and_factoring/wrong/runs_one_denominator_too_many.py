# task: runs
# why: Allows the modulus itself as a denominator, so that a bad run looks like a good one.
# fails: assert_implements wrong_type
def order_from(runs, t, a, number):
    multiple = 1
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number)
        if abs(read - guess) > Fraction(1, 2 ** (t + 1)):
            continue
        multiple = math.lcm(multiple, guess.denominator)
        if pow(a, multiple, number) == 1:
            return next(d for d in range(1, multiple + 1) if pow(a, d, number) == 1)
    return None
