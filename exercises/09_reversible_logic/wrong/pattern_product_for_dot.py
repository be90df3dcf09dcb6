# task: pattern
# why: Takes the product of the numbers for the number of common ones.
# fails: assert_close wrong_value
def pattern(f, g):
    size = len(f)
    chances = np.zeros(size)
    for garbage in set(g):
        for y in range(size):
            amplitude = sum((-1) ** (f[x] + x * y) for x in range(size) if g[x] == garbage)
            chances[y] += (amplitude / size) ** 2
    return chances
