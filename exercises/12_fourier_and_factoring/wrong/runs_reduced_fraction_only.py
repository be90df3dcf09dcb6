# task: runs
# why: Takes the denominator of y / 2^t itself, a power of two.
# fails: assert_implements wrong_type
def order_from(runs, t, a, number):
    multiple = 1
    for y in runs:
        multiple = math.lcm(multiple, Fraction(y, 2**t).denominator)
        if pow(a, multiple, number) == 1:
            return next(d for d in range(1, multiple + 1) if pow(a, d, number) == 1)
    return None
