# task: enough
# why: The chance falls with q, so the border is found by halving an interval; exact fractions.
def enough(n, error):
    from fractions import Fraction

    half, size = 2 ** (n - 1), 2**n

    def chance(q):
        return Fraction(2 * math.comb(half, q), math.comb(size, q))

    low, high = 0, half + 1  # too few, surely enough
    while high - low > 1:
        middle = (low + high) // 2
        if chance(middle) <= error:
            high = middle
        else:
            low = middle
    return high
