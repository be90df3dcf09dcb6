# task: runs
# why: Walks down the tree of fractions between 0/1 and 1/1 (Stern and Brocot) to the first that is near enough.
def order_from(runs, t, a, number):
    bound = Fraction(1, 2 ** (t + 1))

    def denominator(y):
        value = Fraction(y, 2**t)
        low, high = (0, 1), (1, 1)
        for s, d in (low, high):
            if abs(value - Fraction(s, d)) <= bound:
                return d
        while True:
            s, d = low[0] + high[0], low[1] + high[1]
            if d >= number:
                return 0
            if abs(value - Fraction(s, d)) <= bound:
                return d
            if Fraction(s, d) < value:
                low = (s, d)
            else:
                high = (s, d)

    multiple = 1
    for d in map(denominator, runs):
        if d == 0:
            continue
        multiple = math.lcm(multiple, d)
        if pow(a, multiple, number) == 1:
            return next(r for r in range(1, multiple + 1) if pow(a, r, number) == 1)
    return None
