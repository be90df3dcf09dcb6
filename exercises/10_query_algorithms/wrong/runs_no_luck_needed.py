# task: runs
# why: Takes every sample for a new one.
# fails: assert_implements wrong_value
def runs(n, k, failure):
    return n - k
