# task: runs
# why: Does not ask whether the fraction is near enough.
# fails: assert_implements wrong_type
def order_from(runs, t, a, number):
    multiple = 1
    for y in runs:
        multiple = math.lcm(multiple, Fraction(y, 2**t).limit_denominator(number - 1).denominator)
        if pow(a, multiple, number) == 1:
            return next(d for d in range(1, multiple + 1) if pow(a, d, number) == 1)
    return None
