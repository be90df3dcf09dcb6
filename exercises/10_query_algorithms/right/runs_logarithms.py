# task: runs
# why: Sums logarithms and looks for the border by halving.
def runs(n, k, failure):
    d = n - k
    if d == 0:
        return 0

    def fails(m):
        if m < d:
            return 1.0
        return -math.expm1(sum(math.log1p(-(2.0 ** (i - m))) for i in range(d)))

    low, high = d - 1, d + 64
    while high - low > 1:
        middle = (low + high) // 2
        if fails(middle) <= failure:
            high = middle
        else:
            low = middle
    return high
