# task: runs
# why: Exact whole numbers: counts the tables with independent columns.
def runs(n, k, failure):
    from fractions import Fraction

    d = n - k

    def fails(m):
        good = 1
        for i in range(d):
            good *= 2**m - 2**i
        return 1 - Fraction(good, 2 ** (m * d))

    return next(m for m in range(d, d + 100) if fails(m) <= failure)
