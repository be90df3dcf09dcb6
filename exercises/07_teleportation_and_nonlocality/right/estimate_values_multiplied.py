# task: estimate
# why: Multiplies the two values of each key; the errors are put together by hypot.
from math import hypot, sqrt


def chsh_estimate(counts):
    def average(table):
        n = sum(table.values())
        e = sum((-1) ** int(key[0]) * (-1) ** int(key[1]) * m for key, m in table.items()) / n
        return e, sqrt((1 - e) * (1 + e) / n)

    results = [average(counts[s][t]) for s, t in [(0, 0), (0, 1), (1, 0), (1, 1)]]
    averages, errors = zip(*results, strict=True)
    return [sum(averages) - 2 * averages[3], hypot(*errors)]
