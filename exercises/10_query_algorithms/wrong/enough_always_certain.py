# task: enough
# why: Gives the number of queries for certainty whatever error is allowed.
# fails: assert_implements wrong_value
def enough(n, error):
    return 2 ** (n - 1) + 1
