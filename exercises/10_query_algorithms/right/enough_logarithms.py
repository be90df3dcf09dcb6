# task: enough
# why: Adds logarithms of factorials and goes through all numbers of queries.
def enough(n, error):
    half, size = 2 ** (n - 1), 2**n
    if error == 0:
        return half + 1
    for q in range(1, half + 1):
        logarithm = math.log(2) + math.lgamma(half + 1) - math.lgamma(half - q + 1)
        logarithm += math.lgamma(size - q + 1) - math.lgamma(size + 1)
        if logarithm <= math.log(error):
            return q
    return half + 1
