# task: pattern
# why: Forgets the signs of the oracle.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    chances = np.zeros(size)
    for garbage in set(g):
        for y in range(size):
            amplitude = sum((-1) ** (x & y).bit_count() for x in range(size) if g[x] == garbage)
            chances[y] += (amplitude / size) ** 2
    return chances
