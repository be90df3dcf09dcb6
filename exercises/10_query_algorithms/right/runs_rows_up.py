# task: runs
# why: Runs beyond d, and the product from its largest factor.
def runs(n, k, failure):
    spare = 0
    while n > k:
        success = 1.0
        for j in range(1, n - k + 1):
            success *= 1 - 0.5 ** (j + spare)
        if success >= 1 - failure:
            break
        spare += 1
    return n - k + spare
