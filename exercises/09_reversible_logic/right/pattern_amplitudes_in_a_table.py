# task: pattern
# why: One row of amplitudes for each garbage, in a dictionary, summed in plain Python.
def pattern(f, g):
    size = len(f)
    chances = [0.0] * size
    for y in range(size):
        rows = {}
        for x in range(size):
            sign = -1 if (f[x] + (x & y).bit_count()) % 2 else 1
            rows[g[x]] = rows.get(g[x], 0) + sign
        chances[y] = sum(amplitude**2 for amplitude in rows.values()) / size**2
    return chances
