# task: certify
# why: Returns negative numbers of bits.
# fails: assert_implements wrong_value
def certify(tests, key, k):
    def average(counts):
        shots = sum(counts.values())
        equal = counts.get("00", 0) + counts.get("11", 0)
        return (2 * equal - shots) / shots

    def entropy(x):
        if not 0 < x < 1:
            return 0.0
        return -x * np.log2(x) - (1 - x) * np.log2(1 - x)

    value = variance = 0.0
    for s in range(2):
        for t in range(2):
            correlation = average(tests[s][t])
            value += -correlation if s and t else correlation
            variance += (1 - correlation**2) / sum(tests[s][t].values())
    cautious = min(value - k * np.sqrt(variance), 2 * np.sqrt(2))
    if cautious <= 2:
        return 0.0
    errors = (1 - average(key)) / 2
    return 1 - entropy(errors) - entropy((1 + np.sqrt(cautious**2 / 4 - 1)) / 2)
