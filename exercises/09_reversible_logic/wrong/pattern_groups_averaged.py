# task: pattern
# why: Normalises each group by its own size.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    chances = np.zeros(size)
    for garbage in set(g):
        group = [x for x in range(size) if g[x] == garbage]
        for y in range(size):
            amplitude = sum((-1) ** (f[x] + (x & y).bit_count()) for x in group) / len(group)
            chances[y] += amplitude**2 / len(set(g))
    return chances
