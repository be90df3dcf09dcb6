# task: runs
# why: Returns the common multiple, which is the order or a multiple of it.
# fails: assert_implements wrong_value
def order_from(runs, t, a, number):
    multiple = 1
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number - 1)
        if abs(read - guess) > Fraction(1, 2 ** (t + 1)):
            continue
        multiple = math.lcm(multiple, guess.denominator)
        if pow(a, multiple, number) == 1:
            return multiple
    return None
