# task: covariance
# why: Averages over the keys and forgets how often each came out.
# fails: assert_implements wrong_value
def covariance(counts, a, b):
    values = [(1 - 2 * int(key[-1 - a]), 1 - 2 * int(key[-1 - b])) for key in counts]
    product = sum(x * y for x, y in values) / len(values)
    mean_a = sum(x for x, _ in values) / len(values)
    mean_b = sum(y for _, y in values) / len(values)
    return product - mean_a * mean_b
