# task: runs
# why: Ignores the runs and tries all exponents: no order finding at all.
# fails: assert_implements wrong_type
def order_from(runs, t, a, number):
    return next(r for r in range(1, number + 1) if pow(a, r, number) == 1)
