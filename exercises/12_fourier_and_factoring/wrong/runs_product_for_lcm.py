# task: runs
# why: Multiplies the denominators and forgets that the order is a divisor of them.
# fails: assert_implements wrong_value
def order_from(runs, t, a, number):
    product = 1
    for y in runs:
        read = Fraction(y, 2**t)
        guess = read.limit_denominator(number - 1)
        if abs(read - guess) > Fraction(1, 2 ** (t + 1)):
            continue
        product *= guess.denominator
        if pow(a, product, number) == 1:
            return product
    return None
